import type { FromFrame, Runtime, ToFrame } from "./messages.ts";

/** How often the frame is asked whether it lives while a run is under way, and how many times it may not answer. */
const heartbeat = { every: 250, patience: 10 };

/** How long the frame may take to load, in milliseconds. */
const loading = 20_000;

export interface LinkOptions {
  frameUrl: string;
  runtime(): Promise<Runtime>;
  /** The text of a module of data, by its name; undefined when there is none. */
  data?(name: string): Promise<string | undefined>;
}

/** The page's end of the line to the frame: makes it, makes it anew when it died, and passes on what it says. */
export class Link {
  readonly #options: LinkOptions;
  readonly #hear: (message: FromFrame) => void;
  #frame: HTMLIFrameElement | undefined;
  #ready: Promise<void> | undefined;
  #loaded: (() => void) | undefined;
  #unanswered = 0;
  #beat: ReturnType<typeof setInterval> | undefined;

  constructor(options: LinkOptions, hear: (message: FromFrame) => void) {
    this.#options = options;
    this.#hear = hear;
    addEventListener("message", this.#receive);
  }

  /** Makes frame and worker ready, if they are not. Rejects when what they need cannot be loaded; the next call tries again. */
  warm(): Promise<void> {
    this.#ready ??= this.#start().catch((error: unknown) => {
      this.remove();
      throw error;
    });
    return this.#ready;
  }

  async #start(): Promise<void> {
    const frame = document.createElement("iframe");
    // All that it may do. Its own page takes away the network: see html.ts.
    frame.setAttribute("sandbox", "allow-scripts");
    frame.hidden = true;
    frame.title = "Sandbox";
    frame.src = this.#options.frameUrl;
    const loaded = new Promise<void>((resolve, reject) => {
      this.#loaded = resolve;
      setTimeout(() => reject(new Error("the place where cells run did not start")), loading);
    });
    this.#frame = frame;
    document.body.append(frame);
    const [runtime] = await Promise.all([this.#options.runtime(), loaded]);
    this.tell({ type: "start", runtime });
  }

  /** Nothing is secret that is told here: a frame of an opaque origin can only be addressed as anyone. */
  tell(message: ToFrame): void {
    this.#frame?.contentWindow?.postMessage(message, "*");
  }

  #receive = (event: MessageEvent): void => {
    if (event.source === null || event.source !== this.#frame?.contentWindow) return;
    const message = event.data as FromFrame;
    if (message.type === "ready") this.#loaded?.();
    else if (message.type === "pong") this.#unanswered = 0;
    else if (message.type === "wants") void this.#give(String(message.name));
    else this.#hear(message);
  };

  async #give(name: string): Promise<void> {
    const text = await this.#options.data?.(name).catch(() => undefined);
    this.tell({ type: "give", name, text });
  }

  /**
   * Asks the frame from now on whether it lives, for one whose process died does not say so. Counted in questions and not in time, for a page in the
   * background asks seldom.
   */
  watch(died: () => void): void {
    this.rest();
    this.#beat = setInterval(() => {
      if (++this.#unanswered <= heartbeat.patience) {
        this.tell({ type: "ping" });
        return;
      }
      this.remove();
      died();
    }, heartbeat.every);
  }

  /** Asks no more. */
  rest(): void {
    clearInterval(this.#beat);
    this.#unanswered = 0;
  }

  /** Takes the frame away; `warm` makes another. */
  remove(): void {
    this.rest();
    this.#frame?.remove();
    this.#frame = undefined;
    this.#ready = undefined;
  }

  dispose(): void {
    this.remove();
    removeEventListener("message", this.#receive);
  }
}
