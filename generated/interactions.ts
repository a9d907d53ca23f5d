// Written by `npm run contract:write`. Do not edit.
import type { OperationId } from "./operations.js";

/** One documented exchange: in a state of the provider, a request gets a response. */
export interface DocumentedInteraction {
  /** Operation, status and name of the example in `openapi.yaml`. */
  readonly id: string;
  readonly operation: OperationId;
  readonly state: string;
  /** The customer that is in this state in the sandbox; `all` if the state is the partner's. */
  readonly customerId: string;
  /** The body that is sent. */
  readonly request?: unknown;
  readonly status: number;
  /** The described headers of the response, with their examples. */
  readonly headers: Readonly<Record<string, string>>;
  /** Absent if the response has no body. */
  readonly body?: unknown;
  /** What the description says of the source of the example. */
  readonly source: string;
  /** The example, or the response if it has no body, in `openapi.yaml`, as a JSON pointer. */
  readonly example: string;
}

export const documentedInteractions: readonly DocumentedInteraction[] = [
  {
    "id": "getQualifications 200 Approved",
    "operation": "getQualifications",
    "state": "Education is approved",
    "customerId": "00000000-0000-4000-8000-000000000001",
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "Education",
        "vettingStatus": "Approved"
      }
    ],
    "source": "Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), \"Approved\". Corrected: a comma after the last property.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/200/content/application~1json/examples/Approved"
  },
  {
    "id": "getQualifications 200 InReview",
    "operation": "getQualifications",
    "state": "Education is in review",
    "customerId": "00000000-0000-4000-8000-000000000002",
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "Education",
        "vettingStatus": "InReview",
        "vettingCreatedDate": "2020-12-03T10:37:38.885Z"
      }
    ],
    "source": "Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), \"In Review\". Corrected: a `//` comment. The date is named `vettingCreatedDate` here.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/200/content/application~1json/examples/InReview"
  },
  {
    "id": "getQualifications 200 Denied",
    "operation": "getQualifications",
    "state": "Education is denied",
    "customerId": "00000000-0000-4000-8000-000000000003",
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "Education",
        "vettingStatus": "Denied",
        "vettingReason": "Not an Education Customer",
        "vettingCreatedDate": "2020-12-03T10:37:38.885Z"
      }
    ],
    "source": "Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), \"Denied\". Corrected: two `//` comments.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/200/content/application~1json/examples/Denied"
  },
  {
    "id": "getQualifications 200 StateOwnedEntity",
    "operation": "getQualifications",
    "state": "StateOwnedEntity is held",
    "customerId": "00000000-0000-4000-8000-000000000004",
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "StateOwnedEntity"
      }
    ],
    "source": "Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), \"State Owned Entity via Get Qualifications sample\". Corrected: the request line and a `//` comment inside the block.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/200/content/application~1json/examples/StateOwnedEntity"
  },
  {
    "id": "getQualifications 200 EducationAndStateOwnedEntity",
    "operation": "getQualifications",
    "state": "Education and StateOwnedEntity are held",
    "customerId": "00000000-0000-4000-8000-000000000005",
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "Education",
        "vettingStatus": "Approved"
      },
      {
        "qualification": "StateOwnedEntity"
      }
    ],
    "source": "Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), \"State Owned Entity via Get Qualifications with Education\". Corrected: the request line inside the block.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/200/content/application~1json/examples/EducationAndStateOwnedEntity"
  },
  {
    "id": "getQualifications 200 GovernmentCommunityCloudAndStateOwnedEntity",
    "operation": "getQualifications",
    "state": "GovernmentCommunityCloud and StateOwnedEntity are held",
    "customerId": "00000000-0000-4000-8000-000000000006",
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "qualification": "GovernmentCommunityCloud",
        "vettingStatus": "Approved",
        "vettingCreateDate": "2021-05-06T19:59:56.6832021+00:00"
      },
      {
        "qualification": "StateOwnedEntity"
      }
    ],
    "source": "Source: [Get a customer's qualification asynchronously](https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous) (2023-07-28), \"State Owned Entity via Get Qualifications with GCC\". Corrected: the request line inside the block. Here the date is named `vettingCreateDate`, has 7 fraction digits, and ends in `+00:00` instead of `Z`.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/200/content/application~1json/examples/GovernmentCommunityCloudAndStateOwnedEntity"
  },
  {
    "id": "getQualifications 200 NoQualification",
    "operation": "getQualifications",
    "state": "no qualification is held",
    "customerId": "00000000-0000-4000-8000-000000000007",
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [],
    "source": "*Assumed:* the list is empty. No page shows this response. The samples of the [.NET SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET) read the first item of the list and show \"None\" if there is none.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/200/content/application~1json/examples/NoQualification"
  },
  {
    "id": "getQualifications 401 TokenRefused",
    "operation": "getQualifications",
    "state": "the token is refused",
    "customerId": "00000000-0000-4000-8000-000000000012",
    "status": 401,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745",
      "WWW-Authenticate": "OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000"
    },
    "body": {
      "code": "900420",
      "description": "The audience of the token is no longer supported."
    },
    "source": "*Assumed:* the body has this format. The code is [documented](https://learn.microsoft.com/partner-center/developer/deprecate-azure-active-directory-graph-token) as a string, for tokens with the audience `graph.windows.net`, which have been refused since 2025-08-31. The text is ours.",
    "example": "#/components/responses/Unauthorized/content/application~1json/examples/TokenRefused"
  },
  {
    "id": "getQualifications 403 AuthorizationFailed",
    "operation": "getQualifications",
    "state": "authorization fails",
    "customerId": "00000000-0000-4000-8000-000000000014",
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 1002,
      "description": "Authorization Failed",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "Source: [issue 83 of PartnerCenterPowerShellModule](https://github.com/microsoft/PartnerCenterPowerShellModule/issues/83), about a sibling operation; no page explains the code. *Assumed:* this operation returns it too, with this status.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/403/content/application~1json/examples/AuthorizationFailed"
  },
  {
    "id": "getQualifications 403 NoBody",
    "operation": "getQualifications",
    "state": "authorization fails without a body",
    "customerId": "00000000-0000-4000-8000-000000000027",
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "source": "*Assumed:* it can also come with an empty body, as from two other operations (PowerShell [211](https://github.com/microsoft/Partner-Center-PowerShell/issues/211), [308](https://github.com/microsoft/Partner-Center-PowerShell/issues/308)), or with plain text: see **Errors**.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/403"
  },
  {
    "id": "getQualifications 429 RateLimited",
    "operation": "getQualifications",
    "state": "the rate limit is reached",
    "customerId": "00000000-0000-4000-8000-000000000019",
    "status": 429,
    "headers": {
      "Retry-After": "57"
    },
    "body": {
      "statusCode": 429,
      "message": "Rate limit is exceeded. Try again in 57 seconds."
    },
    "source": "Source: [Partner Center API throttling guidance](https://learn.microsoft.com/partner-center/developer/api-throttling-guidance), response example, with `Retry-After: 57`.",
    "example": "#/components/responses/TooManyRequests/content/application~1json/examples/RateLimited"
  },
  {
    "id": "getQualifications 500 UnexpectedError",
    "operation": "getQualifications",
    "state": "the service fails",
    "customerId": "00000000-0000-4000-8000-000000000020",
    "status": 500,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 800003,
      "description": "An unexpected error occurred.",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "*Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for an unexpected error of the service. The text is ours.",
    "example": "#/components/responses/InternalServerError/content/application~1json/examples/UnexpectedError"
  },
  {
    "id": "getQualifications 503 Unavailable",
    "operation": "getQualifications",
    "state": "the service is unavailable",
    "customerId": "00000000-0000-4000-8000-000000000021",
    "status": 503,
    "headers": {},
    "body": {
      "statusCode": 503,
      "message": "Service unavailable."
    },
    "source": "*Assumed:* the body has the format of the gateway's 429. No page shows a body for 503.",
    "example": "#/components/responses/ServiceUnavailable/content/application~1json/examples/Unavailable"
  },
  {
    "id": "getQualifications 400 CustomerIdRefused",
    "operation": "getQualifications",
    "state": "the customer id is refused",
    "customerId": "00000000-0000-4000-8000-000000000009",
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 2000,
      "description": "Tenant Id must be a GUID.",
      "data": [],
      "source": "PartnerApiServiceControllers"
    },
    "source": "Source: [Verify an indirect reseller's Microsoft Partner Agreement status](https://learn.microsoft.com/partner-center/developer/verify-indirect-reseller-mpa-status), error example. *Assumed:* this operation returns it too.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/400/content/application~1json/examples/CustomerIdRefused"
  },
  {
    "id": "getQualifications 403 ConditionalAccess",
    "operation": "getQualifications",
    "state": "Conditional Access blocks",
    "customerId": "00000000-0000-4000-8000-000000000015",
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 900309,
      "description": "Access has been blocked by Conditional Access policies.",
      "source": "PartnerFD"
    },
    "source": "Source: [Assign licenses to a user](https://learn.microsoft.com/partner-center/developer/assign-licenses-to-a-user), error example (403). *Assumed:* this operation returns it too.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/403/content/application~1json/examples/ConditionalAccess"
  },
  {
    "id": "getQualifications 403 OtherPartnersCustomer",
    "operation": "getQualifications",
    "state": "the customer is another partner's",
    "customerId": "00000000-0000-4000-8000-000000000024",
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 20002,
      "description": "The partner has no relationship with the customer.",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "*Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for a partner that has no relationship with the customer. The text and the status are ours.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/get/responses/403/content/application~1json/examples/OtherPartnersCustomer"
  },
  {
    "id": "getQualifications 404 CustomerNotFound",
    "operation": "getQualifications",
    "state": "the customer does not exist",
    "customerId": "00000000-0000-4000-8000-000000000008",
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 60003,
      "description": "The tenant was not found.",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "*Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for a tenant that was not found. The text is ours.",
    "example": "#/components/responses/NotFound/content/application~1json/examples/CustomerNotFound"
  },
  {
    "id": "getQualifications 404 NoBody",
    "operation": "getQualifications",
    "state": "the customer is not found, without a body",
    "customerId": "00000000-0000-4000-8000-000000000028",
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "source": "*Assumed:* these operations can return 404 with an empty body, as Microsoft's page on checking whether a domain is available shows one.",
    "example": "#/components/responses/NotFound"
  },
  {
    "id": "getQualifications 404 AccountStatusNotFound",
    "operation": "getQualifications",
    "state": "the account status is not found",
    "customerId": "00000000-0000-4000-8000-000000000016",
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600074,
      "message": "Account Status for the customer, {customer-id} was not found.",
      "description": "Account Status for the customer, {customer-id} was not found.",
      "errorName": "AccountStatusNotFound",
      "isRetryable": false,
      "errorMessageExtended": "InternalErrorCode=600074"
    },
    "source": "Source: [Retrieve a customer's validation status](https://learn.microsoft.com/partner-center/developer/retrieve-validation-status), error example (404). Corrected: a missing closing brace. `{customer-id}` is printed literally. *Assumed:* this operation returns it too.",
    "example": "#/components/responses/NotFound/content/application~1json/examples/AccountStatusNotFound"
  },
  {
    "id": "getQualifications 404 OrganizationNotFound",
    "operation": "getQualifications",
    "state": "the partner organization is not found",
    "customerId": "00000000-0000-4000-8000-000000000017",
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 3000,
      "description": "Partner Organization with partner_id 9999999 could not be found",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "Source: [Get a partner by MPN ID](https://learn.microsoft.com/partner-center/developer/get-partner-by-mpn-id), error example. *Assumed:* this operation returns it too, with this status.",
    "example": "#/components/responses/NotFound/content/application~1json/examples/OrganizationNotFound"
  },
  {
    "id": "createQualification 201 Education",
    "operation": "createQualification",
    "state": "no qualification is held",
    "customerId": "00000000-0000-4000-8000-000000000007",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 201,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "qualification": "Education",
      "vettingStatus": "InReview",
      "vettingCreateDate": "2020-12-04T20:54:24Z"
    },
    "source": "Source: [Update a customer's qualifications asynchronously](https://learn.microsoft.com/partner-center/developer/update-customer-qualification-asynchronous) (2022-06-28), response example. Corrected: a `//` comment, and a `Content-Length` that fits another body.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/201/content/application~1json/examples/Education"
  },
  {
    "id": "createQualification 201 StateOwnedEntity",
    "operation": "createQualification",
    "state": "no qualification is held",
    "customerId": "00000000-0000-4000-8000-000000000007",
    "request": {
      "qualification": "StateOwnedEntity"
    },
    "status": 201,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "qualification": "StateOwnedEntity"
    },
    "source": "*Assumed:* the response has the format of the GET example. No page shows it.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/201/content/application~1json/examples/StateOwnedEntity"
  },
  {
    "id": "createQualification 201 GovernmentCommunityCloud",
    "operation": "createQualification",
    "state": "no qualification is held and a validation code is left",
    "customerId": "00000000-0000-4000-8000-000000000022",
    "request": {
      "qualification": "GovernmentCommunityCloud",
      "validationCode": "123456"
    },
    "status": 201,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "qualification": "GovernmentCommunityCloud",
      "vettingStatus": "Approved",
      "vettingCreateDate": "2020-12-04T20:54:24Z"
    },
    "source": "*Assumed:* the response has the format and the status of the GET example, which is the only evidence of a status. No page shows this response. The date is that of the documented Education response.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/201/content/application~1json/examples/GovernmentCommunityCloud"
  },
  {
    "id": "createQualification 400 FieldsRefused",
    "operation": "createQualification",
    "state": "fields are refused",
    "customerId": "00000000-0000-4000-8000-000000000010",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": "2000",
      "description": "Customer search only allows starts with and equals operation.",
      "data": [
        "Field1",
        "Field2"
      ],
      "source": "PartnerApiServiceControllers"
    },
    "source": "Source: [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes), schema of an error, with the values of a unit test of the [.NET SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET), `DefaultPartnerServiceErrorHandlerTests`. Corrected: placeholders without quotes, and a header line after the closing brace. *Assumed:* this operation returns it too.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/400/content/application~1json/examples/FieldsRefused"
  },
  {
    "id": "createQualification 400 TaggingDenied",
    "operation": "createQualification",
    "state": "tagging is denied",
    "customerId": "00000000-0000-4000-8000-000000000011",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": "Customer tagging denied.",
    "source": "Source: [issue 258 of Partner-Center-PowerShell](https://github.com/microsoft/Partner-Center-PowerShell/issues/258) (2020-01), about the older endpoint that this one replaces. *Assumed:* this operation returns it too, with this status.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/400/content/application~1json/examples/TaggingDenied"
  },
  {
    "id": "createQualification 400 ValidationCodeRefused",
    "operation": "createQualification",
    "state": "no validation code is left",
    "customerId": "00000000-0000-4000-8000-000000000023",
    "request": {
      "qualification": "GovernmentCommunityCloud",
      "validationCode": "123456"
    },
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 800002,
      "description": "The validation code is unknown, or used up.",
      "data": [
        "validationCode"
      ],
      "source": "PartnerFD"
    },
    "source": "*Assumed:* the service rejects such a code with this response. No page says how it responds. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists the error code for invalid input. The text is ours.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/400/content/application~1json/examples/ValidationCodeRefused"
  },
  {
    "id": "createQualification 403 AppOnlyToken",
    "operation": "createQualification",
    "state": "the token is app-only",
    "customerId": "00000000-0000-4000-8000-000000000013",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 900329,
      "description": "This resource does not support app-only tokens.",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "*Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for resources without app-only support. The text is ours.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/403/content/application~1json/examples/AppOnlyToken"
  },
  {
    "id": "createQualification 409 CombinationRefused",
    "operation": "createQualification",
    "state": "Education is approved",
    "customerId": "00000000-0000-4000-8000-000000000001",
    "request": {
      "qualification": "GovernmentCommunityCloud",
      "validationCode": "123456"
    },
    "status": 409,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600006,
      "message": "Education and GovernmentCommunityCloud cannot be combined.",
      "description": "Education and GovernmentCommunityCloud cannot be combined.",
      "errorName": "ActionNotAllowed",
      "isRetryable": false,
      "errorMessageExtended": "InternalErrorCode=600006"
    },
    "source": "*Assumed:* the service rejects the combination with this response. A comment in a sample of the [.NET SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET) says that the two cannot be combined. The status, code and text are ours. The customers service uses the code for an action that is not allowed ([DotNet-Samples 73](https://github.com/microsoft/Partner-Center-DotNet-Samples/issues/73)).",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/409/content/application~1json/examples/CombinationRefused"
  },
  {
    "id": "createQualification 409 QualificationHeld",
    "operation": "createQualification",
    "state": "Education is in review",
    "customerId": "00000000-0000-4000-8000-000000000002",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 409,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600061,
      "message": "The customer already has this qualification.",
      "description": "The customer already has this qualification.",
      "errorName": "QualificationAlreadyExists",
      "isRetryable": false,
      "errorMessageExtended": "InternalErrorCode=600061"
    },
    "source": "*Assumed:* the service rejects the request with this response. No page says how it responds. The [.NET SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET) calls 409 \"already exists\". The code is that of the example \"Something already exists\". The name and text are ours.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/409/content/application~1json/examples/QualificationHeld"
  },
  {
    "id": "createQualification 409 RequestLimitReached",
    "operation": "createQualification",
    "state": "Education was denied three times",
    "customerId": "00000000-0000-4000-8000-000000000025",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 409,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600006,
      "message": "Education was already requested three times.",
      "description": "Education was already requested three times.",
      "errorName": "ActionNotAllowed",
      "isRetryable": false,
      "errorMessageExtended": "InternalErrorCode=600006"
    },
    "source": "*Assumed:* the service rejects the fourth request with this response. No page says how it responds. [Sell to education customers](https://learn.microsoft.com/partner-center/customers/sell-to-education-customers) allows three requests per customer. The customers service uses the code for an action that is not allowed ([DotNet-Samples 73](https://github.com/microsoft/Partner-Center-DotNet-Samples/issues/73)). The text is ours.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/409/content/application~1json/examples/RequestLimitReached"
  },
  {
    "id": "createQualification 409 AgreementAlreadyExists",
    "operation": "createQualification",
    "state": "an agreement already exists",
    "customerId": "00000000-0000-4000-8000-000000000018",
    "request": {
      "qualification": "StateOwnedEntity"
    },
    "status": 409,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600061,
      "message": "A partner confirmed agreement already exists for the customer.",
      "description": "A partner confirmed agreement already exists for the customer.",
      "errorName": "PartnerConfirmedAgreementAlreadyExists",
      "isRetryable": false,
      "parameters": {},
      "errorMessageExtended": "InternalErrorCode=600061"
    },
    "source": "Source: [Confirm customer consent of the customer agreement](https://learn.microsoft.com/partner-center/developer/confirm-customer-consent-customer-agreement), error example. *Assumed:* this operation returns it too, with this status.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/409/content/application~1json/examples/AgreementAlreadyExists"
  },
  {
    "id": "createQualification 401 TokenRefused",
    "operation": "createQualification",
    "state": "the token is refused",
    "customerId": "00000000-0000-4000-8000-000000000012",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 401,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745",
      "WWW-Authenticate": "OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000"
    },
    "body": {
      "code": "900420",
      "description": "The audience of the token is no longer supported."
    },
    "source": "*Assumed:* the body has this format. The code is [documented](https://learn.microsoft.com/partner-center/developer/deprecate-azure-active-directory-graph-token) as a string, for tokens with the audience `graph.windows.net`, which have been refused since 2025-08-31. The text is ours.",
    "example": "#/components/responses/Unauthorized/content/application~1json/examples/TokenRefused"
  },
  {
    "id": "createQualification 403 AuthorizationFailed",
    "operation": "createQualification",
    "state": "authorization fails",
    "customerId": "00000000-0000-4000-8000-000000000014",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 1002,
      "description": "Authorization Failed",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "Source: [issue 83 of PartnerCenterPowerShellModule](https://github.com/microsoft/PartnerCenterPowerShellModule/issues/83), about a sibling operation; no page explains the code. *Assumed:* this operation returns it too, with this status.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/403/content/application~1json/examples/AuthorizationFailed"
  },
  {
    "id": "createQualification 403 NoBody",
    "operation": "createQualification",
    "state": "authorization fails without a body",
    "customerId": "00000000-0000-4000-8000-000000000027",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "source": "*Assumed:* it can also come with an empty body, as from two other operations (PowerShell [211](https://github.com/microsoft/Partner-Center-PowerShell/issues/211), [308](https://github.com/microsoft/Partner-Center-PowerShell/issues/308)), or with plain text: see **Errors**.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/403"
  },
  {
    "id": "createQualification 429 RateLimited",
    "operation": "createQualification",
    "state": "the rate limit is reached",
    "customerId": "00000000-0000-4000-8000-000000000019",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 429,
    "headers": {
      "Retry-After": "57"
    },
    "body": {
      "statusCode": 429,
      "message": "Rate limit is exceeded. Try again in 57 seconds."
    },
    "source": "Source: [Partner Center API throttling guidance](https://learn.microsoft.com/partner-center/developer/api-throttling-guidance), response example, with `Retry-After: 57`.",
    "example": "#/components/responses/TooManyRequests/content/application~1json/examples/RateLimited"
  },
  {
    "id": "createQualification 500 UnexpectedError",
    "operation": "createQualification",
    "state": "the service fails",
    "customerId": "00000000-0000-4000-8000-000000000020",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 500,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 800003,
      "description": "An unexpected error occurred.",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "*Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for an unexpected error of the service. The text is ours.",
    "example": "#/components/responses/InternalServerError/content/application~1json/examples/UnexpectedError"
  },
  {
    "id": "createQualification 503 Unavailable",
    "operation": "createQualification",
    "state": "the service is unavailable",
    "customerId": "00000000-0000-4000-8000-000000000021",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 503,
    "headers": {},
    "body": {
      "statusCode": 503,
      "message": "Service unavailable."
    },
    "source": "*Assumed:* the body has the format of the gateway's 429. No page shows a body for 503.",
    "example": "#/components/responses/ServiceUnavailable/content/application~1json/examples/Unavailable"
  },
  {
    "id": "createQualification 400 CustomerIdRefused",
    "operation": "createQualification",
    "state": "the customer id is refused",
    "customerId": "00000000-0000-4000-8000-000000000009",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 2000,
      "description": "Tenant Id must be a GUID.",
      "data": [],
      "source": "PartnerApiServiceControllers"
    },
    "source": "Source: [Verify an indirect reseller's Microsoft Partner Agreement status](https://learn.microsoft.com/partner-center/developer/verify-indirect-reseller-mpa-status), error example. *Assumed:* this operation returns it too.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/400/content/application~1json/examples/CustomerIdRefused"
  },
  {
    "id": "createQualification 403 ConditionalAccess",
    "operation": "createQualification",
    "state": "Conditional Access blocks",
    "customerId": "00000000-0000-4000-8000-000000000015",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 900309,
      "description": "Access has been blocked by Conditional Access policies.",
      "source": "PartnerFD"
    },
    "source": "Source: [Assign licenses to a user](https://learn.microsoft.com/partner-center/developer/assign-licenses-to-a-user), error example (403). *Assumed:* this operation returns it too.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/403/content/application~1json/examples/ConditionalAccess"
  },
  {
    "id": "createQualification 403 OtherPartnersCustomer",
    "operation": "createQualification",
    "state": "the customer is another partner's",
    "customerId": "00000000-0000-4000-8000-000000000024",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 20002,
      "description": "The partner has no relationship with the customer.",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "*Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for a partner that has no relationship with the customer. The text and the status are ours.",
    "example": "#/paths/~1v1~1customers~1{customerTenantId}~1qualifications/post/responses/403/content/application~1json/examples/OtherPartnersCustomer"
  },
  {
    "id": "createQualification 404 CustomerNotFound",
    "operation": "createQualification",
    "state": "the customer does not exist",
    "customerId": "00000000-0000-4000-8000-000000000008",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 60003,
      "description": "The tenant was not found.",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "*Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for a tenant that was not found. The text is ours.",
    "example": "#/components/responses/NotFound/content/application~1json/examples/CustomerNotFound"
  },
  {
    "id": "createQualification 404 NoBody",
    "operation": "createQualification",
    "state": "the customer is not found, without a body",
    "customerId": "00000000-0000-4000-8000-000000000028",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "source": "*Assumed:* these operations can return 404 with an empty body, as Microsoft's page on checking whether a domain is available shows one.",
    "example": "#/components/responses/NotFound"
  },
  {
    "id": "createQualification 404 AccountStatusNotFound",
    "operation": "createQualification",
    "state": "the account status is not found",
    "customerId": "00000000-0000-4000-8000-000000000016",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 600074,
      "message": "Account Status for the customer, {customer-id} was not found.",
      "description": "Account Status for the customer, {customer-id} was not found.",
      "errorName": "AccountStatusNotFound",
      "isRetryable": false,
      "errorMessageExtended": "InternalErrorCode=600074"
    },
    "source": "Source: [Retrieve a customer's validation status](https://learn.microsoft.com/partner-center/developer/retrieve-validation-status), error example (404). Corrected: a missing closing brace. `{customer-id}` is printed literally. *Assumed:* this operation returns it too.",
    "example": "#/components/responses/NotFound/content/application~1json/examples/AccountStatusNotFound"
  },
  {
    "id": "createQualification 404 OrganizationNotFound",
    "operation": "createQualification",
    "state": "the partner organization is not found",
    "customerId": "00000000-0000-4000-8000-000000000017",
    "request": {
      "qualification": "Education",
      "educationSegment": "HigherEducation",
      "website": "contoso.edu"
    },
    "status": 404,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 3000,
      "description": "Partner Organization with partner_id 9999999 could not be found",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "Source: [Get a partner by MPN ID](https://learn.microsoft.com/partner-center/developer/get-partner-by-mpn-id), error example. *Assumed:* this operation returns it too, with this status.",
    "example": "#/components/responses/NotFound/content/application~1json/examples/OrganizationNotFound"
  },
  {
    "id": "getValidationCodes 200 ValidationCodes",
    "operation": "getValidationCodes",
    "state": "validation codes are issued",
    "customerId": "all",
    "status": 200,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": [
      {
        "partnerId": "9daaeb1c-4195-4db5-9f1d-509eb70c8c2d",
        "organizationName": "Contoso, Inc.",
        "validationId": "12345",
        "maxCreates": 5,
        "remainingCreates": 4,
        "eTag": "W/\"datetime'2018-10-10T18%3A49%3A58.727348Z'\""
      },
      {
        "partnerId": "9daaeb1c-4195-4db5-9f1d-509eb70c8c2d",
        "organizationName": "Contoso, Inc. Finance Department",
        "validationId": "987654",
        "maxCreates": 5,
        "remainingCreates": 5,
        "eTag": "W/\"datetime'2018-10-19T17%3A51%3A45.6584512Z'\""
      }
    ],
    "source": "Source: [Get a partner's validation codes](https://learn.microsoft.com/partner-center/developer/get-a-partner-s-validation-codes), response example.",
    "example": "#/paths/~1v1~1customers~1all~1validations/get/responses/200/content/application~1json/examples/ValidationCodes"
  },
  {
    "id": "getValidationCodes 400 InputRefused",
    "operation": "getValidationCodes",
    "state": "the input is refused",
    "customerId": "all",
    "status": 400,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 800002,
      "description": "The request is not valid at /header/MS-RequestId.",
      "data": [
        "MS-RequestId"
      ],
      "source": "PartnerFD"
    },
    "source": "*Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for invalid input. The text is ours.",
    "example": "#/paths/~1v1~1customers~1all~1validations/get/responses/400/content/application~1json/examples/InputRefused"
  },
  {
    "id": "getValidationCodes 401 TokenRefused",
    "operation": "getValidationCodes",
    "state": "the token is refused",
    "customerId": "all",
    "status": 401,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745",
      "WWW-Authenticate": "OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000"
    },
    "body": {
      "code": "900420",
      "description": "The audience of the token is no longer supported."
    },
    "source": "*Assumed:* the body has this format. The code is [documented](https://learn.microsoft.com/partner-center/developer/deprecate-azure-active-directory-graph-token) as a string, for tokens with the audience `graph.windows.net`, which have been refused since 2025-08-31. The text is ours.",
    "example": "#/components/responses/Unauthorized/content/application~1json/examples/TokenRefused"
  },
  {
    "id": "getValidationCodes 403 AuthorizationFailed",
    "operation": "getValidationCodes",
    "state": "authorization fails",
    "customerId": "all",
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 1002,
      "description": "Authorization Failed",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "Source: [issue 83 of PartnerCenterPowerShellModule](https://github.com/microsoft/PartnerCenterPowerShellModule/issues/83), about a sibling operation; no page explains the code. *Assumed:* this operation returns it too, with this status.",
    "example": "#/paths/~1v1~1customers~1all~1validations/get/responses/403/content/application~1json/examples/AuthorizationFailed"
  },
  {
    "id": "getValidationCodes 403 NoBody",
    "operation": "getValidationCodes",
    "state": "authorization fails without a body",
    "customerId": "all",
    "status": 403,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "source": "*Assumed:* it can also come with an empty body, as from two other operations (PowerShell [211](https://github.com/microsoft/Partner-Center-PowerShell/issues/211), [308](https://github.com/microsoft/Partner-Center-PowerShell/issues/308)), or with plain text: see **Errors**.",
    "example": "#/paths/~1v1~1customers~1all~1validations/get/responses/403"
  },
  {
    "id": "getValidationCodes 429 RateLimited",
    "operation": "getValidationCodes",
    "state": "the rate limit is reached",
    "customerId": "all",
    "status": 429,
    "headers": {
      "Retry-After": "57"
    },
    "body": {
      "statusCode": 429,
      "message": "Rate limit is exceeded. Try again in 57 seconds."
    },
    "source": "Source: [Partner Center API throttling guidance](https://learn.microsoft.com/partner-center/developer/api-throttling-guidance), response example, with `Retry-After: 57`.",
    "example": "#/components/responses/TooManyRequests/content/application~1json/examples/RateLimited"
  },
  {
    "id": "getValidationCodes 500 UnexpectedError",
    "operation": "getValidationCodes",
    "state": "the service fails",
    "customerId": "all",
    "status": 500,
    "headers": {
      "MS-RequestId": "037db222-6d8e-4d7f-ba78-df3dca33fb68",
      "MS-CorrelationId": "7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745"
    },
    "body": {
      "code": 800003,
      "description": "An unexpected error occurred.",
      "data": [],
      "source": "PartnerFD"
    },
    "source": "*Assumed:* the service returns this code here. [Partner Center REST error codes](https://learn.microsoft.com/partner-center/developer/error-codes) lists it for an unexpected error of the service. The text is ours.",
    "example": "#/components/responses/InternalServerError/content/application~1json/examples/UnexpectedError"
  },
  {
    "id": "getValidationCodes 503 Unavailable",
    "operation": "getValidationCodes",
    "state": "the service is unavailable",
    "customerId": "all",
    "status": 503,
    "headers": {},
    "body": {
      "statusCode": 503,
      "message": "Service unavailable."
    },
    "source": "*Assumed:* the body has the format of the gateway's 429. No page shows a body for 503.",
    "example": "#/components/responses/ServiceUnavailable/content/application~1json/examples/Unavailable"
  }
];
