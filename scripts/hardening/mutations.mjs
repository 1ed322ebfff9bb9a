import { desktop } from './desktop.mjs'
import { inside } from './inside.mjs'
import { loopback } from './loopback.mjs'
import { outside } from './outside.mjs'
import { packaging } from './packaging.mjs'
import { page } from './page.mjs'

/**
 * @typedef {object} Mutation One weakening of what protects the app, which a test has to notice.
 * @property {string} clause what is protected, as DESIGN.md's words or the go
 * @property {string} file relative to the root
 * @property {string} from a text that stands in the file exactly once
 * @property {string} to
 * @property {string} test the test file that fails with it
 */

/** @type {readonly Mutation[]} */
export const mutations = [...desktop, ...page, ...loopback, ...inside, ...outside, ...packaging]
