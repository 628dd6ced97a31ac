/** A handler that reads a query again; what fails then is shown where the query is shown, and told in the console. */
export function readingAgain(refetch: () => Promise<unknown>): () => void {
  return () => {
    refetch().catch((problem: unknown) => {
      console.error(problem);
    });
  };
}
