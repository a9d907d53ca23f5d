// Written by `npm run contract:write`. Do not edit.
export interface paths {
    "/v1/customers/{customerTenantId}/qualifications": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Idempotency key of this logical request. Send the same value when you retry. If omitted, the service generates
                 *     one.
                 * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
                 */
                "MS-RequestId"?: components["parameters"]["RequestId"];
                /**
                 * @description Groups related requests in Microsoft's logs. If omitted, the service generates one.
                 * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
                 */
                "MS-CorrelationId"?: components["parameters"]["CorrelationId"];
                /**
                 * @description The name of the calling application, in printable ASCII.
                 * @example Contoso licence desk
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["Application"];
                /**
                 * @description The language of texts in the response, a BCP 47 tag.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["Locale"];
            };
            path: {
                /**
                 * @description The customer's Microsoft ID, a GUID: in [Partner Center](https://partner.microsoft.com/dashboard), **Customers →
                 *     Account → Microsoft ID**. Microsoft's pages call it `{customer-tenant-id}`.
                 * @example 2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f
                 */
                customerTenantId: components["parameters"]["CustomerTenantId"];
            };
            cookie?: never;
        };
        /**
         * Get a customer's qualifications
         * @description Returns all of a customer's qualifications as a JSON array. Not paged; order not guaranteed. Requires an
         *     app-only or app+user token.
         */
        get: operations["getQualifications"];
        put?: never;
        /**
         * Request a qualification
         * @description Requests one qualification for one customer. Requires an **app+user** token. For GovernmentCommunityCloud, the
         *     signed-in user also needs one of these GDAP roles on the customer: Directory Reader, Directory Writer, License
         *     Administrator or User Administrator.
         *
         *     Not documented: the response to a request for a qualification the customer already has, or to a fourth Education
         *     request.
         */
        post: operations["createQualification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/all/validations": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Idempotency key of this logical request. Send the same value when you retry. If omitted, the service generates
                 *     one.
                 * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
                 */
                "MS-RequestId"?: components["parameters"]["RequestId"];
                /**
                 * @description Groups related requests in Microsoft's logs. If omitted, the service generates one.
                 * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
                 */
                "MS-CorrelationId"?: components["parameters"]["CorrelationId"];
                /**
                 * @description The name of the calling application, in printable ASCII.
                 * @example Contoso licence desk
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["Application"];
                /**
                 * @description The language of texts in the response, a BCP 47 tag.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["Locale"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the partner's validation codes
         * @description Returns all codes that Microsoft issued to this partner for GovernmentCommunityCloud as a JSON array, with the
         *     remaining uses of each. A request for that qualification sends one of them as its `validationCode`. `all` is a
         *     literal part of the path. Requires an app-only or app+user token.
         */
        get: operations["getValidationCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: uuid
         * @description A GUID of 36 characters, in upper or lower case.
         */
        Guid: string;
        /**
         * Format: date-time
         * @description A date and time in RFC 3339, with up to 7 fraction digits (.NET counts in units of 100 ns).
         *
         *     118 dates in responses on Microsoft's pages of other operations have no time zone (counted in a
         *     [copy](https://github.com/kvamseek/partner-center) of October 2023). *Assumed:* such a date is in UTC. The pages
         *     of these operations write the comment `// UTC` beside their dates. This schema requires a time zone.
         */
        DateTime: string;
        /** @description All qualifications of a customer. Order not guaranteed. */
        Qualifications: components["schemas"]["Qualification"][];
        /**
         * @description One qualification of a customer. The enumeration of the [.NET
         *     SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET) also has `None` and `Nonprofit`. No page shows
         *     them in a response.
         */
        Qualification: components["schemas"]["EducationQualification"] | components["schemas"]["GovernmentCommunityCloudQualification"] | components["schemas"]["StateOwnedEntityQualification"];
        /** @description Education. Microsoft vets it after the request. */
        EducationQualification: {
            /**
             * @description The name of the qualification. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "Education";
            vettingStatus: components["schemas"]["VettingStatus"];
            vettingReason?: components["schemas"]["VettingReason"];
            /**
             * @description When the qualification was requested. Microsoft uses both this name (in the Education examples of the GET
             *     page) and `vettingCreateDate`: read whichever is present (`vettingDate()` in our client).
             */
            vettingCreatedDate?: components["schemas"]["DateTime"];
            /**
             * @description When the qualification was requested. Microsoft uses both this name (in every other source) and
             *     `vettingCreatedDate`: read whichever is present (`vettingDate()` in our client).
             */
            vettingCreateDate?: components["schemas"]["DateTime"];
        };
        /** @description Government Community Cloud. Microsoft vets it outside the API, before the request. */
        GovernmentCommunityCloudQualification: {
            /**
             * @description The name of the qualification. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "GovernmentCommunityCloud";
            vettingStatus: components["schemas"]["VettingStatus"];
            vettingReason?: components["schemas"]["VettingReason"];
            /**
             * @description When the qualification was requested. Microsoft uses both this name (in the Education examples of the GET
             *     page) and `vettingCreateDate`: read whichever is present (`vettingDate()` in our client).
             */
            vettingCreatedDate?: components["schemas"]["DateTime"];
            /**
             * @description When the qualification was requested. Microsoft uses both this name (in every other source) and
             *     `vettingCreatedDate`: read whichever is present (`vettingDate()` in our client).
             */
            vettingCreateDate?: components["schemas"]["DateTime"];
        };
        /**
         * @description The status of vetting. Keep waiting only while it is exactly `InReview`.
         * @enum {string}
         */
        VettingStatus: "InReview" | "Approved" | "Denied";
        /** @description Why the qualification was denied, as free text. Seen only with `Denied`. */
        VettingReason: string;
        /** @description A state-owned entity. Not vetted, so it has no status, reason or date. */
        StateOwnedEntityQualification: {
            /**
             * @description The name of the qualification. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "StateOwnedEntity";
        };
        /** @description The requested qualification. `None` and `Nonprofit` cannot be requested. */
        CreateQualificationRequest: components["schemas"]["EducationRequest"] | components["schemas"]["GovernmentCommunityCloudRequest"] | components["schemas"]["StateOwnedEntityRequest"];
        /** @description A request for Education. */
        EducationRequest: {
            /**
             * @description The requested qualification. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "Education";
            /**
             * @description The kind of institution.
             * @enum {string}
             */
            educationSegment: "K12" | "HigherEducation";
            /** @description The institution's website, a bare host such as `contoso.edu`. Optional, but it helps the vetting. */
            website?: string;
        };
        /** @description A request for Government Community Cloud. The customer must not have a qualification yet. */
        GovernmentCommunityCloudRequest: {
            /**
             * @description The requested qualification. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "GovernmentCommunityCloud";
            /** @description The code that Microsoft gave the partner after checking the customer outside the API. Keep it secret. */
            validationCode: string;
        };
        /** @description A request for state-owned entity. */
        StateOwnedEntityRequest: {
            /**
             * @description The requested qualification. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "StateOwnedEntity";
        };
        /** @description All validation codes of a partner. Order not guaranteed. */
        ValidationCodes: components["schemas"]["ValidationCode"][];
        /** @description A code for requesting Government Community Cloud, and its remaining uses. */
        ValidationCode: {
            /** @description The ID of the partner it was issued to. */
            partnerId: components["schemas"]["Guid"];
            /** @description The partner organization it was issued to. */
            organizationName: string;
            /**
             * @description The code itself. Send it as `validationCode`. It is a string in the example and in the [.NET
             *     SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET), but `int` in the
             *     [table](https://learn.microsoft.com/partner-center/developer/utility-resources) of the resource. Keep it
             *     secret.
             */
            validationId: string;
            /**
             * @description How many times it can be used in total. Nullable in the [.NET
             *     SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET).
             */
            maxCreates: number | null;
            /**
             * @description How many times it can still be used. *Assumed:* each request takes one; the example shows 4 of 5. Nullable
             *     in the [.NET SDK](https://github.com/microsoft/partner-center-sdk-for-dotNET).
             */
            remainingCreates: number | null;
            /** @description The version of this code. */
            eTag?: string;
        };
        /** @description An error, in any of the documented formats. */
        Error: components["schemas"]["PartnerCenterError"] | components["schemas"]["CustomersServiceError"] | components["schemas"]["GatewayError"] | components["schemas"]["RefusalText"];
        /** @description An error of Partner Center's API front end (`PartnerFD`). */
        PartnerCenterError: {
            /** @description The error code. A number in every real example, but a string in the table that describes it. */
            code: number | string;
            /** @description What went wrong, for people. The wording varies, so never branch on it. */
            description: string;
            /** @description What the error is about, such as field names. */
            data?: string[];
            /** @description The part of the service that returned the error. */
            source?: string;
        };
        /** @description An error of the customers service. */
        CustomersServiceError: {
            /** @description The error code, in the range of 600000. */
            code: number;
            /** @description What went wrong, for people. The same as `description` in every example. */
            message: string;
            /** @description What went wrong, for people. */
            description: string;
            /** @description The name of the error, for programs. */
            errorName: string;
            /** @description Whether the same request may succeed later. */
            isRetryable: boolean;
            /** @description Values that belong to the error. Empty in the only example. */
            parameters?: {
                [key: string]: unknown;
            };
            /** @description The error code again, as `InternalErrorCode=…`. */
            errorMessageExtended?: string;
        };
        /** @description An error of the gateway in front of the service. */
        GatewayError: {
            /** @description The HTTP status. */
            statusCode: number;
            /** @description What went wrong, for people. */
            message: string;
        };
        /** @description The reason for a rejection, as a bare JSON string. */
        RefusalText: string;
    };
    responses: {
        /**
         * @description The token is missing, has expired or is not accepted.
         *
         *     Sibling operations also returned 401 with plain text, or with an empty body whose HTTP reason phrase is the only
         *     text: see **Errors**. The security scheme `appAndUser` says what is known about multi-factor authentication.
         */
        Unauthorized: {
            headers: {
                "MS-RequestId": components["headers"]["RequestId"];
                "MS-CorrelationId": components["headers"]["CorrelationId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The customer does not exist, or nothing is known about it.
         *
         *     *Assumed:* these operations can return 404 with an empty body, as Microsoft's page on checking whether a domain is
         *     available shows one.
         */
        NotFound: {
            headers: {
                "MS-RequestId": components["headers"]["RequestId"];
                "MS-CorrelationId": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description Too many requests. Sent by the gateway, without `MS-RequestId` and `MS-CorrelationId`.
         *
         *     Microsoft's [throttling guidance](https://learn.microsoft.com/partner-center/developer/api-throttling-guidance)
         *     (2022-07-18) describes limits with two keys: some operations are limited per partner tenant, others per partner
         *     tenant **and customer**, so that calls for other customers can still succeed. Writes are throttled sooner than
         *     reads. The guidance does not say which key these operations have. Microsoft's page on verifying whether a
         *     customer is eligible for a promotion documents a limit per partner tenant.
         */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description The service failed. A POST may have been applied. */
        InternalServerError: {
            headers: {
                "MS-RequestId": components["headers"]["RequestId"];
                "MS-CorrelationId": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description The service cannot be reached. A POST may have been applied. *Assumed:* the gateway sends this response, as it
         *     sends 429, and the body can also be HTML or empty.
         */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /**
         * @description The customer's Microsoft ID, a GUID: in [Partner Center](https://partner.microsoft.com/dashboard), **Customers →
         *     Account → Microsoft ID**. Microsoft's pages call it `{customer-tenant-id}`.
         * @example 2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f
         */
        CustomerTenantId: components["schemas"]["Guid"];
        /**
         * @description Idempotency key of this logical request. Send the same value when you retry. If omitted, the service generates
         *     one.
         * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
         */
        RequestId: components["schemas"]["Guid"];
        /**
         * @description Groups related requests in Microsoft's logs. If omitted, the service generates one.
         * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
         */
        CorrelationId: components["schemas"]["Guid"];
        /**
         * @description The name of the calling application, in printable ASCII.
         * @example Contoso licence desk
         */
        Application: string;
        /**
         * @description The language of texts in the response, a BCP 47 tag.
         * @example en-US
         */
        Locale: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The `MS-RequestId` of the request, or the one the service generated.
         * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
         */
        RequestId: components["schemas"]["Guid"];
        /**
         * @description The `MS-CorrelationId` of the request, or the one the service generated.
         * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
         */
        CorrelationId: components["schemas"]["Guid"];
        /**
         * @description Whole seconds to wait before the next request. Requests that are sent sooner count against the limit too.
         * @example 57
         */
        RetryAfter: string;
        /**
         * @description `OAuth realm=urn:cpsvc:cpid:…`. *Assumed:* it comes with 401. [Partner Center REST error
         *     codes](https://learn.microsoft.com/partner-center/developer/error-codes) prints it below the body of an error,
         *     without a status.
         * @example OAuth realm=urn:cpsvc:cpid:00000000-0000-0000-0000-000000000000
         */
        WwwAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getQualifications: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Idempotency key of this logical request. Send the same value when you retry. If omitted, the service generates
                 *     one.
                 * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
                 */
                "MS-RequestId"?: components["parameters"]["RequestId"];
                /**
                 * @description Groups related requests in Microsoft's logs. If omitted, the service generates one.
                 * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
                 */
                "MS-CorrelationId"?: components["parameters"]["CorrelationId"];
                /**
                 * @description The name of the calling application, in printable ASCII.
                 * @example Contoso licence desk
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["Application"];
                /**
                 * @description The language of texts in the response, a BCP 47 tag.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["Locale"];
            };
            path: {
                /**
                 * @description The customer's Microsoft ID, a GUID: in [Partner Center](https://partner.microsoft.com/dashboard), **Customers →
                 *     Account → Microsoft ID**. Microsoft's pages call it `{customer-tenant-id}`.
                 * @example 2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f
                 */
                customerTenantId: components["parameters"]["CustomerTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The qualifications. *Assumed:* the list is empty if the customer has none. */
            200: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Qualifications"];
                };
            };
            /** @description The request is malformed. Do not retry it unchanged. */
            400: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /**
             * @description The caller may not read this customer's qualifications.
             *
             *     *Assumed:* it can also come with an empty body, as from two other operations (PowerShell
             *     [211](https://github.com/microsoft/Partner-Center-PowerShell/issues/211),
             *     [308](https://github.com/microsoft/Partner-Center-PowerShell/issues/308)), or with plain text: see **Errors**.
             */
            403: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createQualification: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Idempotency key of this logical request. Send the same value when you retry. If omitted, the service generates
                 *     one.
                 * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
                 */
                "MS-RequestId"?: components["parameters"]["RequestId"];
                /**
                 * @description Groups related requests in Microsoft's logs. If omitted, the service generates one.
                 * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
                 */
                "MS-CorrelationId"?: components["parameters"]["CorrelationId"];
                /**
                 * @description The name of the calling application, in printable ASCII.
                 * @example Contoso licence desk
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["Application"];
                /**
                 * @description The language of texts in the response, a BCP 47 tag.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["Locale"];
            };
            path: {
                /**
                 * @description The customer's Microsoft ID, a GUID: in [Partner Center](https://partner.microsoft.com/dashboard), **Customers →
                 *     Account → Microsoft ID**. Microsoft's pages call it `{customer-tenant-id}`.
                 * @example 2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f
                 */
                customerTenantId: components["parameters"]["CustomerTenantId"];
            };
            cookie?: never;
        };
        /** @description The requested qualification, and what Microsoft needs to decide. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateQualificationRequest"];
            };
        };
        responses: {
            /** @description The qualification in its current state. No `Location` header is documented. */
            201: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Qualification"];
                };
            };
            /** @description The request is malformed or was rejected. Do not retry it unchanged. */
            400: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /**
             * @description The caller may not request this qualification for this customer.
             *
             *     *Assumed:* it can also come with an empty body, as from two other operations (PowerShell
             *     [211](https://github.com/microsoft/Partner-Center-PowerShell/issues/211),
             *     [308](https://github.com/microsoft/Partner-Center-PowerShell/issues/308)), or with plain text: see **Errors**.
             */
            403: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            404: components["responses"]["NotFound"];
            /**
             * @description The request conflicts with the customer's current qualifications. *Assumed:* this operation returns 409. No
             *     page documents the response to a refused combination, or to a second request for the same qualification. If an
             *     earlier attempt got no response, it may have succeeded: read the list.
             */
            409: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getValidationCodes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Idempotency key of this logical request. Send the same value when you retry. If omitted, the service generates
                 *     one.
                 * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
                 */
                "MS-RequestId"?: components["parameters"]["RequestId"];
                /**
                 * @description Groups related requests in Microsoft's logs. If omitted, the service generates one.
                 * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
                 */
                "MS-CorrelationId"?: components["parameters"]["CorrelationId"];
                /**
                 * @description The name of the calling application, in printable ASCII.
                 * @example Contoso licence desk
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["Application"];
                /**
                 * @description The language of texts in the response, a BCP 47 tag.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["Locale"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The codes. *Assumed:* the list is empty if the partner has none. */
            200: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationCodes"];
                };
            };
            /** @description The request is malformed. Do not retry it unchanged. */
            400: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /**
             * @description The caller may not read the partner's validation codes.
             *
             *     *Assumed:* it can also come with an empty body, as from two other operations (PowerShell
             *     [211](https://github.com/microsoft/Partner-Center-PowerShell/issues/211),
             *     [308](https://github.com/microsoft/Partner-Center-PowerShell/issues/308)), or with plain text: see **Errors**.
             */
            403: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
