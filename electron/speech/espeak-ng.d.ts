/** The part of the package that is used; it brings no types of its own. */
declare module '@echogarden/espeak-ng-emscripten' {
  export type EspeakWorker = {
    readonly samplerate: number;
    /** 0 when there is such a voice. */
    readonly set_voice: (
      name: string,
      language: string,
      gender: number,
      age: number,
      variant: number,
    ) => number;
    /** Words a minute; 175 is usual. */
    readonly set_rate: (rate: number) => void;
    /** Gives sound in parts, as they come; to answer true is to stop. */
    readonly synthesize: (text: string, hear: (samples: Int16Array | null) => boolean) => void;
  };
  const load: () => Promise<{ readonly eSpeakNGWorker: new () => EspeakWorker }>;
  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default load;
}
