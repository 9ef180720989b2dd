/**
 * About how many bytes a message takes, Infinity where that is more than `most`, and undefined where it holds anything but plain data:
 * lists, objects, numbers in typed arrays, text. Only for data that came through a message, which has no getters or proxies.
 */
export function weigh(data: unknown, most: number): number | undefined {
  const rest: unknown[] = [data];
  const seen = new Set<object>();
  let weight = 0;
  for (let one = rest.pop(); one !== undefined || rest.length > 0; one = rest.pop()) {
    weight += 8;
    if (typeof one === "string") weight += 2 * one.length;
    if (typeof one === "bigint") return undefined;
    if (typeof one === "object" && one !== null && !seen.has(one)) {
      seen.add(one);
      if (ArrayBuffer.isView(one)) weight += one.buffer.byteLength;
      else if (Array.isArray(one) || Object.getPrototypeOf(one) === Object.prototype) {
        // A long list is not walked when its length alone is too much: a hole costs nothing to send.
        const length = Array.isArray(one) ? one.length : 0;
        if (weight + 8 * length > most) return Number.POSITIVE_INFINITY;
        const before = rest.length;
        for (const [key, value] of Object.entries(one)) {
          weight += 2 * key.length;
          if (value !== undefined) rest.push(value);
        }
        if (weight + 8 * (rest.length - before) > most) return Number.POSITIVE_INFINITY;
      } else return undefined;
    }
    if (weight > most) return Number.POSITIVE_INFINITY;
  }
  return weight;
}
