import type { Random } from './random.ts'

const FIRST = [
  'Aurora',
  'Harbour',
  'Quarry',
  'Fjord',
  'Tide',
  'Möbel',
  'Señorial',
  'Łódź',
  'Ålesund',
  'Bright',
  'Copper',
  'Delta',
  'Ember',
  'Falcon',
  'Granite',
  'Heron',
  'Indigo',
  'Juniper',
  'Kestrel',
  'Lumen',
  'Meridian',
  'Nimbus',
  'Orchard',
  'Prairie',
  'Quill',
  'Ridge',
  'Saffron',
  'Thistle',
  'Umbra',
  'Vesper',
] as const
const SECOND = [
  'Bakeries',
  'Freight',
  'Clinics',
  'Analytics',
  'Timber',
  'Foods',
  'Energy',
  'Studios',
  'Robotics',
  'Insurance',
  'Textil',
  'Logistik',
  'Pharma',
  'Media',
  'Optics',
  'Hotels',
  'Farms',
  'Software',
  'Motors',
  'Savings',
] as const
const LEGAL = ['AG', 'GmbH', 'Ltd', 'Inc', 'SA', 'AB', 'Oy', 'BV', '& Söhne', 'Group'] as const
const OTHER_SCRIPTS = [
  '東京クラウド',
  '서울데이터',
  '北京云计算',
  'Клауд Сервис',
  'سحابة الخليج',
  'ענן הצפון',
  'Ελληνικό Νέφος',
  'क्लाउड भारत',
] as const

/** An invented company, one in twelve in another script. The number keeps names apart, as branches do in life. */
export function companyName(random: Random, number: number): string {
  if (random.below(12) === 0) return `${random.pick(OTHER_SCRIPTS)} ${number}`
  return `${random.pick(FIRST)} ${random.pick(SECOND)} ${random.pick(LEGAL)} ${number}`
}

export const OPERATORS = ['Ana', 'Bilal', 'Chiara', 'Dmitri', 'Eun-ji'] as const
export const TAGS = ['pilot', 'reseller', 'eu', 'urgent', 'q1', 'waiting-for-legal'] as const
export const NOTES = [
  'Prefers to be called in the afternoon.',
  'Bucket is shared with an old report; see the timeline.',
  'Second organization follows next quarter.',
  'Asked for a written confirmation of the account list.',
] as const
