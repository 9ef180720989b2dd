import { view } from "./memory.ts";

/** The numbers of a tensor, of a gradient or of what an operation keeps: on JavaScript's heap, or in the kernels' memory. */
export class Storage {
  readonly length: number;
  /** Where it begins in the kernels' memory, in bytes; −1 on the heap. */
  readonly offset: number;
  /** The scope that its numbers go with. */
  readonly scope: { readonly ended: boolean } | undefined;
  /** What it is a part of: as long as a part is held, so is the whole. */
  readonly whole: Storage | undefined;
  #array: Float32Array;

  constructor(
    array: Float32Array,
    offset = -1,
    { scope, whole }: { scope?: { readonly ended: boolean } | undefined; whole?: Storage } = {},
  ) {
    this.#array = array;
    this.length = array.length;
    this.offset = offset;
    this.scope = scope;
    this.whole = whole;
  }

  /** Whether its numbers go when a scope ends. */
  get passing(): boolean {
    return this.scope !== undefined;
  }

  /**
   * The numbers. Take them anew after anything was computed: when the kernels' memory grows, older arrays of it go empty.
   * @throws when the scope that they were computed in has ended
   */
  get array(): Float32Array {
    if (this.scope?.ended)
      throw new Error(
        "tensor: its numbers went when the scope ended that computed it; let the scope's function return it to keep it",
      );
    if (this.#array.length !== this.length) this.#array = view(this.offset, this.length);
    return this.#array;
  }

  /** `length` of its numbers from `start` on: not a copy. */
  part(start: number, length: number): Storage {
    const array = this.array.subarray(start, start + length);
    const offset = this.offset < 0 ? -1 : this.offset + 4 * start;
    return new Storage(array, offset, { scope: this.scope, whole: this });
  }

  /** The same place read as whole numbers of 32 bits. */
  get integers(): Int32Array {
    const { buffer, byteOffset, length } = this.array;
    return new Int32Array(buffer, byteOffset, length);
  }
}
