const dot = (a: number[], b: number[]) =>
  a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0);

/** The direction in which points spread the most, found by repeated multiplication. */
function widest(points: number[][], start: number[]) {
  let axis = start;
  for (let turn = 0; turn < 50; turn++) {
    const along = points.map((point) => dot(point, axis));
    axis = axis.map((_, j) =>
      points.reduce((sum, point, i) => sum + (point[j] ?? 0) * (along[i] ?? 0), 0),
    );
    const length = Math.sqrt(dot(axis, axis)) || 1;
    axis = axis.map((one) => one / length);
  }
  return axis;
}
/** Points of many numbers as points of two, seen from where they spread the most. */
export function flatten(points: number[][], start = [1, 0.5, 0.25, 0.1]) {
  const middle = start.map((_, j) => {
    return points.reduce((sum, point) => sum + (point[j] ?? 0), 0) / points.length;
  });
  const moved = points.map((point) => point.map((one, j) => one - (middle[j] ?? 0)));
  const first = widest(moved, start);
  const rest = moved.map((point) => {
    const along = dot(point, first);
    return point.map((one, j) => one - along * (first[j] ?? 0));
  });
  const second = widest(rest, start);
  return moved.map((point) => ({ x: dot(point, first), y: dot(point, second) }));
}
export default "flatten(points) makes a map of points with many numbers.";
