declare module "html-encoding-sniffer" {
  /** The encoding of an HTML byte stream (HTML standard §13.2.3.2), as a WHATWG name such as `UTF-8`. */
  export default function sniffHtmlEncoding(
    bytes: Uint8Array,
    options?: {
      readonly xml?: boolean;
      readonly transportLayerEncodingLabel?: string;
      readonly defaultEncoding?: string;
      readonly maxPrescanBytes?: number;
    },
  ): string;
}
