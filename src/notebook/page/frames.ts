/** Calls `draw` with what changed: at once for what changes alone, once a frame for what changes in a stream. */
export class Frames<Id> {
  readonly #draw: (ids: readonly Id[]) => void;
  readonly #waiting = new Set<Id>();
  #drawn = 0;

  constructor(draw: (ids: readonly Id[]) => void) {
    this.#draw = draw;
  }

  changed(id: Id): void {
    if (this.#waiting.size === 0) {
      const now = () => this.#drawAll();
      if (performance.now() - this.#drawn > 16) queueMicrotask(now);
      else requestAnimationFrame(now);
    }
    this.#waiting.add(id);
  }

  #drawAll(): void {
    const ids = [...this.#waiting];
    this.#waiting.clear();
    this.#drawn = performance.now();
    this.#draw(ids);
  }
}
