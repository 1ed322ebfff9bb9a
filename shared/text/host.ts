/** What a host prints in the terminal. */
export const hostText = {
  open: (url: string) => `MSP Casebook is open at ${url}`,
  another: 'Press Enter for the address of another browser, Ctrl-C to close.',
  usage: `Usage: msp-casebook [--data-dir DIR] [--port N] [--no-open]

  --data-dir DIR  where the workspace is kept
  --port N        the port on 127.0.0.1; without it, a free one
  --no-open       do not open the browser`,
  wrongPort: (text: string) => `--port takes a number from 0 to 65535, not “${text}”.`,
}
