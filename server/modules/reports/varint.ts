/** Appends a whole number of at least 0 in as many bytes as it needs: seven bits a byte, lowest first. */
export function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/** Reads numbers one after another. A class, because reports read millions and closures would be made anew for each. */
export class NumberReader {
  readonly #bytes: Uint8Array;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.position >= this.#bytes.length;
  }

  next(): number {
    let byte = this.#bytes[this.position++] ?? 0;
    if (byte < 128) return byte;
    let value = byte - 128;
    for (let scale = 128; this.position < this.#bytes.length; scale *= 128) {
      byte = this.#bytes[this.position++] ?? 0;
      if (byte < 128) return value + byte * scale;
      value += (byte - 128) * scale;
    }
    return value;
  }
}
