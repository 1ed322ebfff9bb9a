import { cloudFormation } from './cloudformation/service.ts'
import { costAndUsage } from './cost-and-usage/service.ts'
import { dataExports } from './data-exports/service.ts'
import { glue } from './glue/service.ts'
import { AwsFault } from './http/fault.ts'
import { readForm } from './http/form.ts'
import { header, type PracticeRequest } from './http/request.ts'
import type { Service } from './http/service.ts'
import { lambda } from './lambda/service.ts'
import { organizations } from './organizations/service.ts'
import { s3 } from './s3/service.ts'
import { sts } from './sts/service.ts'

/** The services by their names in a signature. */
export const services: Readonly<Record<string, Service | undefined>> = {
  'bcm-data-exports': dataExports,
  cloudformation: cloudFormation,
  cur: costAndUsage,
  glue,
  lambda,
  organizations,
  s3,
  sts,
}

const byTarget: Record<string, Service | undefined> = {
  AWSBillingAndCostManagementDataExports: dataExports,
  AWSOrigamiServiceGatewayService: costAndUsage,
  AWSGlue: glue,
  AWSOrganizationsV20161128: organizations,
}

const byVersion: Record<string, Service | undefined> = { '2010-05-15': cloudFormation, '2011-06-15': sts }

/**
 * The service that a request is for. All share one port: the signature names the service; a request without one is
 * known by its target, its form's API version or its path. What nothing claims is S3's.
 */
export function serviceFor(request: PracticeRequest, signedFor: string | undefined): Service {
  const named = signedFor === undefined ? undefined : services[signedFor]
  if (named) return named
  if (signedFor !== undefined) return unknown(request, signedFor)
  const target = header(request, 'x-amz-target')?.split('.')[0]
  if (target !== undefined) return byTarget[target] ?? unknown(request, target)
  if (header(request, 'content-type')?.startsWith('application/x-www-form-urlencoded')) {
    const version = readForm(request.body.toString('utf8')).get('Version') ?? ''
    return byVersion[version] ?? unknown(request, version)
  }
  return request.path.startsWith('/2016-08-19/account-settings') ? lambda : s3
}

/** A service that refuses everything, in the protocol that the request is written in. */
function unknown(request: PracticeRequest, name: string): Service {
  const json = header(request, 'x-amz-target') !== undefined
  const form = header(request, 'content-type')?.startsWith('application/x-www-form-urlencoded') === true
  const speaking = json ? glue : form ? sts : s3
  return {
    ...speaking,
    find() {
      const code = json ? 'UnknownOperationException' : form ? 'InvalidAction' : 'NotImplemented'
      throw new AwsFault(code, `The practice AWS does not simulate the service ${name}.`, json || form ? 400 : 501)
    },
  }
}
