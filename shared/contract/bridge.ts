/**
 * What the preload puts on `window.casebook` in Electron. JSON text both ways, the same text that the
 * loopback host takes at `POST /rpc/<name>` and streams at `GET /events`.
 */
export interface Bridge {
  /** Sends one declared operation; resolves to the reply envelope as JSON text. Undeclared names are refused. */
  send(name: string, inputJson: string): Promise<string>
  /** Listens to change events (ChangeEvent as JSON text); gives back the function that stops listening. */
  onChange(listener: (eventJson: string) => void): () => void
}
