import { AwsFault } from '../http/fault.ts'
import { reply } from '../http/reply.ts'
import type { Service } from '../http/service.ts'
import { concurrencyOf } from '../world/functions.ts'

/** AWS Lambda, of which the procedure asks one thing: how many functions may run at once. */
export const lambda: Service = {
  protocol: 'rest-json',
  operations: ['GetAccountSettings'],
  find(call) {
    const { request, world, caller, requestId } = call
    if (request.method !== 'GET' || !/^\/2016-08-19\/account-settings\/?$/.test(request.path)) {
      throw new AwsFault('NotImplemented', 'The practice AWS does not simulate this Lambda operation.', 501)
    }
    return {
      action: 'lambda:GetAccountSettings',
      resource: '*',
      writes: false,
      decidesAccess: false,
      run: () => {
        const { limit, unreserved, functions } = concurrencyOf(world, caller.accountId, caller.region)
        const settings = {
          AccountLimit: {
            TotalCodeSize: 80_530_636_800,
            CodeSizeUnzipped: 262_144_000,
            CodeSizeZipped: 52_428_800,
            ConcurrentExecutions: limit,
            UnreservedConcurrentExecutions: unreserved,
          },
          AccountUsage: { TotalCodeSize: functions * 1024, FunctionCount: functions },
        }
        const headers = { 'content-type': 'application/json', 'x-amzn-requestid': requestId }
        return reply(200, headers, JSON.stringify(settings))
      },
    }
  },
  refuse(fault, { requestId }) {
    const headers = {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      'x-amzn-errortype': fault.code,
    }
    return reply(fault.status, headers, JSON.stringify({ Type: 'User', message: fault.message }))
  },
}
