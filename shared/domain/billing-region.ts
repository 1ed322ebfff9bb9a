import type { Partition } from './records/payer.ts'

/** Where a partition's billing and organization services answer, whatever region the bucket is in (DOMAIN 5, CUR API). */
export function billingRegion(partition: Partition): 'us-east-1' | 'cn-northwest-1' {
  return partition === 'aws-cn' ? 'cn-northwest-1' : 'us-east-1'
}
