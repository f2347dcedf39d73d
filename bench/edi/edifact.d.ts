/** npm `edifact` has no types of its own: what the benchmark calls. */
declare module 'edifact/parser.js' {
  export default class Parser {
    onopensegment: (segment: string) => void;
    onelement: () => void;
    oncomponent: (value: string) => void;
    onclosesegment: () => void;
    encoding(level: string): void;
    write(chunk: string): void;
    end(): void;
  }
}

declare module 'edifact/reader.js' {
  export default class Reader {
    parse(document: string): readonly unknown[];
  }
}
