import { expect, test } from 'vitest'
import { parseProducts } from '../../../../../shared/domain/values/products.ts'
import { outcomeOf, valueRead } from '../../../../support/parsing.ts'

test.each([
  ['Ocean', 'Ocean'],
  ['Cloud Analyzer, Ocean;Eco\nElastigroup', 'Cloud Analyzer,Ocean,Eco,Elastigroup'],
  ['Ocean, ocean', 'Ocean'],
  [' ,Ocean,, ', 'Ocean'],
])('the products %j are read as %j', (text, products) => {
  expect(valueRead(parseProducts(text))).toBe(products)
})

test.each([
  ['', 'name.missing'],
  [' ,; ', 'name.missing'],
  ['Oc\u202eean', 'name.unprintable'],
  [`${'x'.repeat(201)}`, 'name.too-long'],
])('the products %j are refused: %s', (text, code) => {
  expect(outcomeOf(parseProducts(text))).toBe(code)
})
