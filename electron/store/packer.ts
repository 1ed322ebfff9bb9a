import type { Packer } from '../services/ports.ts'
import { readCsv, writeCsv } from './csv.ts'
import { composeMail } from './mail.ts'
import { sha256 } from './sha256.ts'
import { readStoredZip } from './unzip.ts'
import { zipFolder } from './zip.ts'

/** Hashes, zips, mails and tables. Same input, same bytes, whatever the machine, its zone and its language. */
export const packer: Packer = { sha256, zip: zipFolder, unzip: readStoredZip, mail: composeMail, writeCsv, readCsv }
