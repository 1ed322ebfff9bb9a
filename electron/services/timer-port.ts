/** Real time passing, for what happens by itself. The clock says what time it is; this one only waits. */
export interface Timer {
  /** Runs once after so many milliseconds; gives back what calls it off. */
  after(millis: number, run: () => void): () => void
  /** At least 0, below 1: so that many machines do not all look at the same moment. */
  chance(): number
}
