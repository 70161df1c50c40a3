// What the package's types for React need of React's own, which are not installed here.

declare module 'react' {
  interface ClassAttributes<T> {
    key?: string | number | null;
    ref?: (element: T | null) => void;
  }
  interface HTMLAttributes<T> {
    className?: string;
    lang?: string;
    onClick?: (event: { currentTarget: T }) => void;
  }
  namespace JSX {
    interface IntrinsicElements {}
  }
}
