/**
 * Lets other work have its turn (messages, drawing, timers) and comes back: a message to oneself waits behind all that waits already. A timer would
 * cost browsers 4 ms each.
 */
export const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** Gives a function to be awaited often: it breathes when `milliseconds` went since it last did. */
export function breather(milliseconds = 16): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < milliseconds) return undefined;
    return breathe().then(() => {
      since = performance.now();
    });
  };
}
