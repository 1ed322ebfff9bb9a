import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressInArguments, addressOfLink } from '../../../../electron/main/deep-link.ts'

it('leads to a case by its number', () => {
  expect(addressOfLink('msp-casebook://case/C-42')).toBe('app://casebook/#/cases/C-42')
  expect(addressOfLink('msp-casebook://case/C-42/')).toBe('app://casebook/#/cases/C-42')
})

it.each([
  '',
  'msp-casebook://case/',
  'msp-casebook://case/C-0',
  'msp-casebook://case/C-1234567890',
  'msp-casebook://case/C-42?do=send',
  'msp-casebook://case/C-42#/settings',
  'msp-casebook://case/C-42/submission/send',
  'msp-casebook://case/../settings',
  'msp-casebook://case/C-42%2f..%2fsettings',
  'msp-casebook://user@case/C-42',
  'MSP-CASEBOOK://case/C-42',
  'msp-casebook://other/C-42',
  ' msp-casebook://case/C-42',
  'https://case/C-42',
  'msp-casebook://case/C-42\n--inspect',
])('leads nowhere with “%s”', (link) => {
  expect(addressOfLink(link)).toBeNull()
})

it('takes over nothing of a link but the number', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const address = addressOfLink(`msp-casebook://case/${text}`)
      expect(address === null || /^app:\/\/casebook\/#\/cases\/C-\d{1,9}$/.test(address)).toBe(true)
    }),
  )
})

it('is found among the arguments that a second start hands over', () => {
  expect(addressInArguments(['casebook', '--flag', 'msp-casebook://case/C-7'])).toBe('app://casebook/#/cases/C-7')
  expect(addressInArguments(['casebook', '--url=msp-casebook://case/C-7'])).toBeNull()
})
