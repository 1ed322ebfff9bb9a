/**
 * Fuses that are not as electron-builder.yml asks for them; empty where all are.
 *
 * @template {number} F
 * @param {Readonly<Record<string, boolean>>} wanted by their names in electron-builder.yml
 * @param {(fuse: F) => boolean} isOn
 * @param {Readonly<Record<string, F | string>>} numbers by their names in @electron/fuses
 * @returns {string[]}
 */
export function fuseFindings(wanted, isOn, numbers) {
  return Object.entries(wanted).flatMap(([name, on]) => {
    const number = numbers[`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`]
    if (typeof number !== 'number') return [`the fuse ${name} does not exist`]
    return isOn(number) === on ? [] : [`the fuse ${name} is ${on ? 'off' : 'on'}`]
  })
}
