import type { CategoryView } from '../records/record.ts'

type Fields = Readonly<Record<string, unknown>>

/** A kind of JSON logs: how it is known, which log source of Sigma's it is, where time, host and account stand. */
export interface JsonSource {
  readonly product: string
  readonly is: (value: Fields) => boolean
  readonly service: (value: Fields) => readonly string[]
  readonly time: (value: Fields) => unknown
  readonly host?: (value: Fields) => unknown
  readonly account?: (value: Fields) => unknown
  readonly categories?: readonly CategoryView[]
  readonly aliases?: Readonly<Record<string, readonly string[]>>
}

const inside = (value: unknown, ...path: readonly string[]): unknown => {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Fields)[key]
  }
  return at
}
const has = (value: Fields, ...keys: readonly string[]) => keys.every((key) => value[key] !== undefined)
const lower = (value: unknown) => String(value ?? '').toLowerCase()

/** In order: the first that knows an object takes it. */
export const jsonSources: readonly JsonSource[] = [
  {
    product: 'aws',
    is: (v) => has(v, 'eventSource', 'eventName') && (has(v, 'awsRegion') || has(v, 'userIdentity')),
    service: () => ['cloudtrail'],
    time: (v) => v.eventTime,
    account: (v) => inside(v, 'userIdentity', 'arn') ?? v.recipientAccountId,
  },
  {
    product: 'okta',
    is: (v) => has(v, 'eventType', 'published') && (has(v, 'actor') || has(v, 'outcome')),
    service: () => ['okta'],
    time: (v) => v.published,
    account: (v) => inside(v, 'actor', 'alternateId') ?? inside(v, 'actor', 'id'),
  },
  {
    product: 'github',
    is: (v) =>
      has(v, 'action') && has(v, 'actor') && (has(v, '_document_id') || has(v, 'org') || has(v, 'repo')),
    service: () => ['audit'],
    time: (v) => v['@timestamp'] ?? v.created_at,
    account: (v) => v.actor,
  },
  {
    product: 'bitbucket',
    is: (v) => has(v, 'auditType') && has(v, 'timestamp'),
    service: () => ['audit'],
    time: (v) => v.timestamp,
    account: (v) => inside(v, 'author', 'name'),
  },
  {
    product: 'kubernetes',
    is: (v) => lower(v.apiVersion).startsWith('audit.k8s.io') || has(v, 'auditID', 'verb', 'requestURI'),
    service: () => ['audit'],
    categories: [{ name: 'application' }],
    time: (v) => v.requestReceivedTimestamp ?? v.stageTimestamp,
    account: (v) => inside(v, 'user', 'username'),
    aliases: { apiGroup: ['objectRef.apiGroup'], hostPath: ['requestObject.spec.volumes.hostPath.path'] },
  },
  {
    product: 'm365',
    is: (v) => has(v, 'Workload', 'Operation') || has(v, 'RecordType', 'Operation', 'CreationTime'),
    service: (v) =>
      lower(v.Workload) === 'securitycompliancecenter'
        ? ['audit', 'threat_management', 'threat_detection']
        : lower(v.Workload) === 'exchange'
          ? ['audit', 'exchange']
          : ['audit'],
    time: (v) => v.CreationTime,
    account: (v) => v.UserId,
    aliases: {
      eventSource: ['Workload', 'Source'],
      eventName: ['Name', 'Operation'],
      status: ['ResultStatus', 'Status'],
    },
  },
  {
    product: 'azure',
    is: (v) => has(v, 'riskEventType'),
    service: () => ['riskdetection', 'pim'],
    time: (v) => v.activityDateTime ?? v.detectedDateTime ?? v.time,
    account: (v) => v.userPrincipalName,
  },
  {
    product: 'azure',
    is: (v) =>
      /signinlogs/i.test(lower(v.category) + lower(v.Category)) ||
      has(v, 'userPrincipalName', 'appDisplayName'),
    service: () => ['signinlogs'],
    time: (v) => v.time ?? v.TimeGenerated ?? v.createdDateTime,
    account: (v) =>
      v.userPrincipalName ?? v.UserPrincipalName ?? inside(v, 'properties', 'userPrincipalName'),
    aliases: {
      ResultType: ['resultType', 'status.errorCode', 'properties.status.errorCode'],
      ResultDescription: ['resultDescription', 'status.failureReason', 'properties.status.failureReason'],
      Resultdescription: ['resultDescription', 'ResultDescription'],
      AuthenticationRequirement: ['authenticationRequirement', 'properties.authenticationRequirement'],
      userAgent: ['properties.userAgent', 'UserAgent'],
      ClientApp: ['clientAppUsed', 'properties.clientAppUsed', 'ClientAppUsed'],
      Username: ['userPrincipalName', 'properties.userPrincipalName', 'UserPrincipalName'],
      ResourceDisplayName: ['resourceDisplayName', 'properties.resourceDisplayName'],
      conditionalAccessStatus: ['properties.conditionalAccessStatus', 'ConditionalAccessStatus'],
      NetworkLocationDetails: ['networkLocationDetails', 'properties.networkLocationDetails'],
      'DeviceDetail.trusttype': ['deviceDetail.trustType', 'properties.deviceDetail.trustType'],
      'DeviceDetail.deviceId': ['deviceDetail.deviceId', 'properties.deviceDetail.deviceId'],
      'DeviceDetail.isCompliant': ['deviceDetail.isCompliant', 'properties.deviceDetail.isCompliant'],
      RiskState: ['riskState', 'properties.riskState'],
    },
  },
  {
    product: 'azure',
    is: (v) =>
      lower(v.category ?? v.Category) === 'auditlogs' ||
      has(v, 'activityDisplayName') ||
      has(v, 'ActivityDisplayName'),
    service: () => ['auditlogs'],
    time: (v) => v.time ?? v.TimeGenerated ?? v.activityDateTime,
    account: (v) => inside(v, 'initiatedBy', 'user', 'userPrincipalName') ?? v.identity,
    aliases: {
      'properties.message': [
        'activityDisplayName',
        'properties.activityDisplayName',
        'operationName',
        'OperationName',
      ],
      OperationName: ['operationName', 'properties.operationName', 'activityDisplayName'],
      operationName: ['OperationName', 'activityDisplayName', 'properties.activityDisplayName'],
      ActivityDisplayName: ['activityDisplayName', 'properties.activityDisplayName', 'OperationName'],
      Category: ['properties.category', 'category'],
      category: ['properties.category', 'Category'],
      Status: ['result', 'properties.result', 'Result'],
      LoggedByService: ['loggedByService', 'properties.loggedByService'],
      TargetResources: ['targetResources', 'properties.targetResources'],
      Initiatedby: ['initiatedBy', 'properties.initiatedBy', 'InitiatedBy'],
    },
  },
  {
    product: 'azure',
    is: (v) =>
      has(v, 'operationName') && (has(v, 'resourceId') || has(v, 'ResourceId') || has(v, 'subscriptionId')),
    service: () => ['activitylogs'],
    time: (v) => v.time ?? v.eventTimestamp ?? v.TimeGenerated,
    account: (v) => v.caller ?? v.Caller ?? inside(v, 'identity', 'claims', 'name'),
    aliases: {
      operationName: ['operationName.value', 'OperationName'],
      OperationNameValue: ['operationName', 'operationName.value'],
      CategoryValue: ['category', 'category.value'],
      ResourceProviderValue: ['resourceProviderName.value', 'resourceProviderValue'],
      ResourceId: ['resourceId'],
    },
  },
  {
    product: 'gcp',
    is: (v) => inside(v, 'protoPayload', 'serviceName') !== undefined || has(v, 'logName', 'protoPayload'),
    service: (v) =>
      lower(inside(v, 'protoPayload', 'serviceName')) === 'login.googleapis.com'
        ? ['gcp.audit', 'google_workspace.login']
        : ['gcp.audit'],
    time: (v) => v.timestamp ?? v.receiveTimestamp,
    account: (v) => inside(v, 'protoPayload', 'authenticationInfo', 'principalEmail'),
    aliases: {
      'gcp.audit.method_name': ['protoPayload.methodName'],
      'data.protoPayload.authorizationInfo.permission': ['protoPayload.authorizationInfo.permission'],
      'data.protoPayload.authorizationInfo.granted': ['protoPayload.authorizationInfo.granted'],
      'data.protoPayload.serviceName': ['protoPayload.serviceName'],
      'data.protoPayload.resource.type': ['resource.type'],
      'data.protoPayload.logName': ['logName'],
      'data.protoPayload.methodName': ['protoPayload.methodName'],
      'protoPayload.Servicename': ['protoPayload.serviceName'],
    },
  },
  {
    product: 'gcp',
    is: (v) => has(v, 'eventService', 'eventName') || lower(v.kind).startsWith('admin#reports#activity'),
    service: () => ['google_workspace.admin'],
    time: (v) => v.time ?? inside(v, 'id', 'time'),
    account: (v) => inside(v, 'actor', 'email'),
    aliases: { eventService: ['id.applicationName'], eventName: ['events.name'] },
  },
  {
    product: 'onelogin',
    is: (v) => has(v, 'event_type_id') && (has(v, 'account_id') || has(v, 'user_id')),
    service: () => ['onelogin.events'],
    time: (v) => v.event_timestamp ?? v.created_at,
    account: (v) => v.user_name,
  },
  {
    product: 'opencanary',
    is: (v) => has(v, 'logtype', 'node_id'),
    service: () => [],
    categories: [{ name: 'application' }],
    time: (v) => v.utc_time ?? v.local_time_adjusted ?? v.local_time,
    host: (v) => v.node_id,
  },
  {
    product: 'linux',
    is: (v) => has(v, '__REALTIME_TIMESTAMP', 'MESSAGE'),
    service: (v) => [lower(v.SYSLOG_IDENTIFIER ?? v._COMM), 'syslog'],
    time: (v) => v.__REALTIME_TIMESTAMP,
    host: (v) => v._HOSTNAME,
  },
]
