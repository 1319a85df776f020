/** Prints a line of figures, on its own and without the place it comes from. */
export function report(figures: string): void {
  process.stdout.write(`${figures}\n`);
}
