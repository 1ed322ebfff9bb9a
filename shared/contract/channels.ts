/** The two channels between the preload and the Electron host: an operation there and its reply back, and change events. */
export const channels = { send: 'casebook:send', change: 'casebook:change' } as const
