/** The streams and surroundings of a process, so that a command can be run without one. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: {
    write(text: string | Uint8Array): unknown;
    readonly isTTY?: boolean | undefined;
    readonly columns?: number | undefined;
  };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean | undefined };
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}
