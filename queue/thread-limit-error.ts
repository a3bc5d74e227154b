/** A task was stopped because it passed a limit; `limit` says which, as "more than …". */
export class ThreadLimitError extends Error {
  readonly limit: string;

  constructor(limit: string, options?: ErrorOptions) {
    super(`The thread took ${limit}.`, options);
    this.limit = limit;
  }
}
