/** Words of the application menu that the system does not bring itself. */
export const menuText = {
  revealData: 'Show data folder',
  spotConsole: 'Spot console',
  spotSupport: 'Spot support',
} as const
