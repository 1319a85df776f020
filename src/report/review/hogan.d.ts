/** The types of diff2html name this package, which has none. */
declare module '@profoundlogic/hogan' {
  export type Template = object;
  export type Context = object;
  export type Partials = object;
}
