import { Storage } from "./storage.ts";

/**
 * The one WebAssembly memory that kernels compute in. Low addresses are the kernels' own; above them stands what stays (`resident`: a
 * model's parameters and its optimizer's means), and above that what a scope computes, which goes all at once when the scope ends.
 */

const page = 65536;
const megabyte = 1024 * 1024;
const alignment = 64;
const most = 65536;

interface Scope {
  ended: boolean;
  /** Room of the scope that is free again, by how many numbers it holds. */
  spare: Map<number, number[]>;
}

let memory: WebAssembly.Memory | undefined;
/** What stays ends here, and the scopes' numbers begin. */
let floor = 0;
/** The next free byte of the innermost scope. */
let top = 0;
let peak = 0;
let scope: Scope | undefined;
/** Blocks below the floor that nobody holds any more, in order. */
let free: { start: number; end: number }[] = [];
let shaken = false;

const round = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;

/** Makes the memory, with `reserved` bytes for the kernels themselves. */
export function makeMemory(reserved: number): WebAssembly.Memory {
  memory ??= new WebAssembly.Memory({ initial: Math.ceil(reserved / page) + 1, maximum: most });
  floor = top = Math.max(floor, round(reserved));
  return memory;
}

export function view(offset: number, length: number): Float32Array {
  if (!memory) throw new Error("memory: there is none yet");
  return new Float32Array(memory.buffer, offset, length);
}

/** How many bytes the kernels' memory has, and the most that were in use at once. */
export const memoryUse = (): { bytes: number; peak: number } => ({
  bytes: memory?.buffer.byteLength ?? 0,
  peak,
});

/** Sees to it that addresses below `end` exist. Arrays taken before may go empty. */
export function reach(end: number): void {
  if (!memory) return;
  peak = Math.max(peak, end);
  const missing = end - memory.buffer.byteLength;
  if (missing <= 0 && !shaken) return;
  const now = memory.buffer.byteLength / page;
  const wanted = Math.max(1, Math.ceil(missing / page));
  // A quarter more, so that a model that grows does not ask at each step; only what is needed where that is too much.
  for (const pages of shaken ? [wanted] : [Math.max(wanted, Math.ceil(now / 4)), wanted]) {
    if (now + pages > most) continue;
    try {
      memory.grow(pages);
      return;
    } catch {
      // The engine has less to give.
    }
  }
  if (missing <= 0) return;
  throw new Error(
    `memory: ${Math.ceil(end / megabyte)} MB are more than can be had here (there are ${Math.floor((now * page) / megabyte)} MB); take a smaller model or batch`,
  );
}

/** Lets the memory grow at each chance: for tests that look for arrays held too long. */
export function shake(on: boolean): void {
  shaken = on;
}

/** Room for numbers, not cleared: in the memory within a scope, on the heap outside. */
export function allocate(length: number): Storage {
  if (!scope || !memory || length === 0) return new Storage(new Float32Array(length));
  const again = scope.spare.get(length)?.pop();
  if (again !== undefined) return new Storage(view(again, length), again, { scope });
  const offset = top;
  reach(offset + length * 4);
  top = round(offset + length * 4);
  return new Storage(view(offset, length), offset, { scope });
}

/** Gives room back before its scope ends: nobody may read or write it any more. What is near in time is then near in the caches. */
export function recycle({ offset, length, scope: own }: Storage): void {
  if (!scope || own !== scope) return;
  const spare = scope.spare.get(length);
  if (spare) spare.push(offset);
  else scope.spare.set(length, [offset]);
}

/** Room for numbers, all 0. */
export function zeros(length: number): Storage {
  const storage = allocate(length);
  if (storage.offset >= 0) storage.array.fill(0);
  return storage;
}

/** Where numbers can stand in the memory for the time of one call: the next free address. */
export const above = (): number => top;

/** Room that stays until nobody holds it, all 0; on the heap where there is no memory, or within a scope. */
export function resident(length: number): Storage {
  if (!memory || scope || length === 0) return new Storage(new Float32Array(length));
  const size = round(length * 4);
  const found = free.find(({ start, end }) => end - start >= size);
  const offset = found ? found.start : floor;
  if (found) found.start += size;
  else {
    reach(floor + size);
    floor += size;
    top = floor;
  }
  free = free.filter(({ start, end }) => end > start);
  const storage = new Storage(view(offset, length), offset);
  storage.array.fill(0);
  unused.register(storage, { start: offset, end: offset + size });
  return storage;
}

/** The same numbers in the memory, to stay; as they are where there is no room, or no memory. */
export function housed(storage: Storage): Storage {
  if (storage.offset >= 0) return storage;
  try {
    const home = resident(storage.length);
    if (home.offset < 0) return storage;
    home.array.set(storage.array);
    return home;
  } catch {
    return storage;
  }
}

const unused = new FinalizationRegistry<{ start: number; end: number }>((block) => {
  free.push({ ...block });
  free.sort((a, b) => a.start - b.start);
  free = free.reduce<typeof free>((joined, next) => {
    const last = joined.at(-1);
    if (last?.end === next.start) last.end = next.end;
    else joined.push(next);
    return joined;
  }, []);
  const last = free.at(-1);
  if (last?.end !== floor || scope) return;
  floor = top = last.start;
  free.pop();
});

/** Opens a scope and gives what closes it. */
export function open(): () => void {
  const [outer, start] = [scope, top];
  const own: Scope = { ended: false, spare: new Map() };
  scope = own;
  return () => {
    own.ended = true;
    scope = outer;
    top = start;
  };
}
