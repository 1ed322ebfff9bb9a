/** What the operating system shows beside the app, where the host has such a thing. */
export interface Notification {
  /** What is shown under an id is replaced by the next one with the same. */
  readonly id: string
  readonly title: string
  readonly body: string
  /** Word on what a click leads to; null where it only brings the app to the front. */
  readonly action: string | null
  /** `C-42`: what a click opens; null for Today. */
  readonly caseRef: string | null
}

/**
 * Shows notifications of the system. What is handed over was recorded as shown before, and never comes a second time. The
 * page tells of it by itself: a host whose window is in front may leave it out.
 */
export interface Notifier {
  notify(notification: Notification): void
}

/** For hosts without notifications, such as a browser's or the command line. */
export const silentNotifier: Notifier = { notify() {} }
