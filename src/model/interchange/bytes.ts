/** Where bytes may come from: memory, a file that was chosen, or a stream such as a response's body. */
export type ByteSource =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/** Reads bytes in order, as many as are asked for. */
export class ByteReader {
  /** How many there are, where that is known beforehand. */
  readonly size: number | undefined;
  /** How many were read. */
  at = 0;
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);

  /** @param size how many there are, where the source itself does not tell */
  constructor(source: ByteSource, size?: number) {
    const known =
      source instanceof Blob ? source.size : "byteLength" in source && source.byteLength;
    this.size = known === false ? size : known;
    this.#chunks = chunksOf(source);
  }

  /** Fills `into` as far as there are bytes; gives how many. */
  async fill(into: Uint8Array): Promise<number> {
    let filled = 0;
    while (filled < into.length) {
      if (this.#chunk.length === 0) {
        const { value, done } = await this.#chunks.next();
        if (done) break;
        this.#chunk = value;
      }
      const some = this.#chunk.subarray(0, into.length - filled);
      into.set(some, filled);
      filled += some.length;
      this.#chunk = this.#chunk.subarray(some.length);
    }
    this.at += filled;
    return filled;
  }

  /**
   * The next `count` bytes, or those that are left. When nobody told how many there are, room is made as they come: a file that claims more than it has
   * takes no memory for it.
   */
  async read(count: number): Promise<Uint8Array> {
    if (this.size !== undefined || count <= atOnce) {
      const bytes = new Uint8Array(Math.min(count, (this.size ?? Infinity) - this.at));
      return bytes.subarray(0, await this.fill(bytes));
    }
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < count) {
      const part = new Uint8Array(Math.min(atOnce, count - length));
      const filled = await this.fill(part);
      parts.push(part.subarray(0, filled));
      length += filled;
      if (filled < part.length) break;
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  /** Lets the source go before its end. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

const atOnce = 1 << 24;

async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  if (source instanceof Uint8Array) yield source;
  else if (source instanceof ArrayBuffer) yield new Uint8Array(source);
  else if (source instanceof Blob) {
    // In slices: not all of a large file at once.
    for (let at = 0; at < source.size; at += atOnce)
      yield new Uint8Array(await source.slice(at, at + atOnce).arrayBuffer());
  } else if ("getReader" in source) {
    const reader = source.getReader();
    let ended = false;
    try {
      for (;;) {
        const { value, done } = await reader.read();
        ended = done;
        if (done) return;
        yield value;
      }
    } finally {
      if (!ended) await reader.cancel().catch(() => undefined);
    }
  } else yield* source;
}
