// When a directory that waits is to start: it comes near what shows, or somebody wants it where it is.

// Calls `start` when the element is within a screen of the window, when focus comes into its content, or when the
// page is printed, until the signal aborts. What is hidden is not near.
export function whenNear(element, start, signal) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        start();
      }
    },
    { rootMargin: "100%" },
  );
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
  element.addEventListener("focusin", start, { signal });
  addEventListener("beforeprint", start, { signal });
}
