/** Words of the application menu that the system does not bring itself. */
export const menuText = {
  newWindow: 'Open window',
  revealData: 'Show data folder',
  spotConsole: 'Spot console',
  spotSupport: 'Spot support',
} as const
