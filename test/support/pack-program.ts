import { packer } from '../../electron/store/packer.ts'
import { sampleDraft, sampleFiles } from './packing.ts'

/** Packs the samples in a process of its own, whose zone and language the test chooses, and says the hashes. */
const zip = await packer.zip('2026-11-14_acme_111122223333_C-1', sampleFiles)
const mail = await packer.mail(sampleDraft)
console.log(
  JSON.stringify({ zone: new Date(0).getTimezoneOffset(), zip: packer.sha256(zip), mail: packer.sha256(mail) }),
)
