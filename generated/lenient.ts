// Written by `npm run generate` from openapi.yaml. Do not edit.
export interface paths {
    "/v1/customers/{customerTenantId}/qualifications": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this logical request; the key of idempotency. Keep it when repeating a request whose answer was lost. The
                 *     service makes one where it is missing.
                 * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
                 */
                "MS-RequestId"?: components["parameters"]["RequestId"];
                /**
                 * @description Groups requests in Microsoft's logs. The service makes one where it is missing.
                 * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
                 */
                "MS-CorrelationId"?: components["parameters"]["CorrelationId"];
                /**
                 * @description The name of the calling application, in printable ASCII.
                 * @example Contoso licence desk
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["Application"];
                /**
                 * @description The language of texts in the answer, a BCP 47 tag.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["Locale"];
            };
            path: {
                /**
                 * @description The customer's Microsoft ID, a GUID. Microsoft's pages write `{customer-tenant-id}`; the name never reaches the
                 *     wire, and a hyphen in it breaks the path templates of common mock servers.
                 * @example 2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f
                 */
                customerTenantId: components["parameters"]["CustomerTenantId"];
            };
            cookie?: never;
        };
        /**
         * Get a customer's qualifications
         * @description All qualifications of one customer, in one bare array: it is not paged, and its order is not promised.
         *     Takes an app-only or an app+user token.
         */
        get: operations["getQualifications"];
        put?: never;
        /**
         * Ask for a qualification
         * @description Asks for one qualification of one customer. Takes an **app+user** token only; for GovernmentCommunityCloud the
         *     signed-in user also needs one of the GDAP roles Directory Reader, Directory Writer, License Administrator or
         *     User Administrator on the customer.
         *
         *     What happens to a repeated request for a qualification that the customer already has, and to a fourth request
         *     for Education, is not documented.
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
                 * @description Names this logical request; the key of idempotency. Keep it when repeating a request whose answer was lost. The
                 *     service makes one where it is missing.
                 * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
                 */
                "MS-RequestId"?: components["parameters"]["RequestId"];
                /**
                 * @description Groups requests in Microsoft's logs. The service makes one where it is missing.
                 * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
                 */
                "MS-CorrelationId"?: components["parameters"]["CorrelationId"];
                /**
                 * @description The name of the calling application, in printable ASCII.
                 * @example Contoso licence desk
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["Application"];
                /**
                 * @description The language of texts in the answer, a BCP 47 tag.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["Locale"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * Get the partner's validation codes
         * @description All codes that Microsoft issued to this partner for GovernmentCommunityCloud, in one bare array, with what is
         *     left of each. A create of that qualification takes one as its `validationCode`. `all` stands in the path
         *     literally. Takes an app-only or an app+user token.
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
         * @description A GUID in its 36 characters, in upper or lower case.
         */
        Guid: string;
        /**
         * Format: date-time
         * @description A moment in RFC 3339, with up to 7 digits of a second's fraction (.NET counts 100 ns).
         */
        DateTime: string;
        /** @description All qualifications of a customer, in no promised order. */
        Qualifications: components["schemas"]["Qualification"][];
        /** @description One qualification of a customer. `None` and `Nonprofit` are in the SDK's enumeration, but no page shows them. */
        Qualification: components["schemas"]["EducationQualification"] | components["schemas"]["GovernmentCommunityCloudQualification"] | components["schemas"]["StateOwnedEntityQualification"];
        /** @description Education, which Microsoft vets after it was requested. */
        EducationQualification: {
            /**
             * @description Which qualification this is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "Education";
            vettingStatus: components["schemas"]["VettingStatus"];
            vettingReason?: components["schemas"]["VettingReason"];
            /** @description When it was requested, under the name that the Education examples of the GET page use. */
            vettingCreatedDate?: components["schemas"]["DateTime"];
            /** @description When it was requested, under the name that every other source uses. */
            vettingCreateDate?: components["schemas"]["DateTime"];
        };
        /** @description Government Community Cloud, which Microsoft vets outside the API, before it is requested. */
        GovernmentCommunityCloudQualification: {
            /**
             * @description Which qualification this is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "GovernmentCommunityCloud";
            vettingStatus: components["schemas"]["VettingStatus"];
            vettingReason?: components["schemas"]["VettingReason"];
            /** @description When it was requested, under the name that the Education examples of the GET page use. */
            vettingCreatedDate?: components["schemas"]["DateTime"];
            /** @description When it was requested, under the name that every other source uses. */
            vettingCreateDate?: components["schemas"]["DateTime"];
        };
        /**
         * @description Where the vetting stands. Keep waiting only while it is exactly `InReview`.
         * @enum {string}
         */
        VettingStatus: "InReview" | "Approved" | "Denied";
        /** @description Why it was denied, as free text. Only ever seen with `Denied`. */
        VettingReason: string;
        /** @description A state-owned entity. It is not vetted, so it has no status, reason or date. */
        StateOwnedEntityQualification: {
            /**
             * @description Which qualification this is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "StateOwnedEntity";
        };
        /** @description The qualification asked for. `None` and `Nonprofit` cannot be asked for. */
        CreateQualificationRequest: components["schemas"]["EducationRequest"] | components["schemas"]["GovernmentCommunityCloudRequest"] | components["schemas"]["StateOwnedEntityRequest"];
        /** @description Asks for Education. */
        EducationRequest: {
            /**
             * @description The qualification asked for. (enum property replaced by openapi-typescript)
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
        /** @description Asks for Government Community Cloud. The customer must not have a qualification yet. */
        GovernmentCommunityCloudRequest: {
            /**
             * @description The qualification asked for. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "GovernmentCommunityCloud";
            /** @description The code Microsoft gave the partner after checking the customer off-line. Keep it secret. */
            validationCode: string;
        };
        /** @description Asks for state-owned entity. */
        StateOwnedEntityRequest: {
            /**
             * @description The qualification asked for. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            qualification: "StateOwnedEntity";
        };
        /** @description All validation codes of a partner, in no promised order. */
        ValidationCodes: components["schemas"]["ValidationCode"][];
        /** @description A code with which a partner asks for Government Community Cloud, and how often it still can be used. */
        ValidationCode: {
            /** @description The partner it was issued to. */
            partnerId: components["schemas"]["Guid"];
            /** @description The organization of the partner's that it was issued for. */
            organizationName: string;
            /**
             * @description The code itself, to be sent as `validationCode`. A string in the example and in the .NET SDK, `int` in the
             *     table of the page. Keep it secret.
             */
            validationId: string;
            /** @description How often it can be used in all. The .NET SDK takes it for nullable. */
            maxCreates: number | null;
            /**
             * @description How often it can still be used. That each create takes one is *assumed* of the example, which shows 4 of 5.
             *     The .NET SDK takes it for nullable.
             */
            remainingCreates: number | null;
            /** @description The version of this code. */
            eTag?: string;
        };
        /** @description An error, in any of the published shapes. */
        Error: components["schemas"]["PartnerCenterError"] | components["schemas"]["CustomersServiceError"] | components["schemas"]["GatewayError"] | components["schemas"]["RefusalText"];
        /** @description An error of the front door. */
        PartnerCenterError: {
            /** @description A number in every real example, a string in the table that describes it. */
            code: number | string;
            /** @description What went wrong, for people; its wording drifts. */
            description: string;
            /** @description What the error is about, such as names of fields. */
            data?: string[];
            /** @description The part of the service that answered. */
            source?: string;
        };
        /** @description An error of the customers service. */
        CustomersServiceError: {
            /** @description The code of the error, in the range of 600000. */
            code: number;
            /** @description What went wrong, for people; the same as `description` in every example. */
            message: string;
            /** @description What went wrong, for people. */
            description: string;
            /** @description The name of the error, for programs. */
            errorName: string;
            /** @description Whether the same request may succeed later. */
            isRetryable: boolean;
            /** @description Values that belong to the error; empty in the only example. */
            parameters?: {
                [key: string]: unknown;
            };
            /** @description The code once more, as `InternalErrorCode=…`. */
            errorMessageExtended?: string;
        };
        /** @description An error of the gateway in front of the service. */
        GatewayError: {
            /** @description The HTTP status. */
            statusCode: number;
            /** @description What went wrong, for people. */
            message: string;
        };
        /** @description A refusal in a bare JSON string. */
        RefusalText: string;
        QualificationsLenient: components["schemas"]["QualificationLenient"][];
        QualificationLenient: {
            /** @description Which qualification this is. */
            qualification: string;
            /** @description Where the vetting stands. Keep waiting only while it is exactly `InReview`. */
            vettingStatus?: string | null;
            /** @description Why it was denied, as free text. Only ever seen with `Denied`. */
            vettingReason?: string | null;
            /** @description When it was requested, under the name that the Education examples of the GET page use. */
            vettingCreatedDate?: string | null;
            /** @description When it was requested, under the name that every other source uses. */
            vettingCreateDate?: string | null;
        };
        ValidationCodesLenient: components["schemas"]["ValidationCodeLenient"][];
        ValidationCodeLenient: {
            /** @description The partner it was issued to. */
            partnerId?: string | null;
            /** @description The organization of the partner's that it was issued for. */
            organizationName?: string | null;
            /**
             * @description The code itself, to be sent as `validationCode`. A string in the example and in the .NET SDK, `int` in the
             *     table of the page. Keep it secret.
             */
            validationId: string;
            /** @description How often it can be used in all. The .NET SDK takes it for nullable. */
            maxCreates?: number | null;
            /**
             * @description How often it can still be used. That each create takes one is *assumed* of the example, which shows 4 of 5.
             *     The .NET SDK takes it for nullable.
             */
            remainingCreates?: number | null;
            /** @description The version of this code. */
            eTag?: string | null;
        };
    };
    responses: {
        /** @description The token is missing, has expired or is not accepted. */
        Unauthorized: {
            headers: {
                "MS-RequestId": components["headers"]["RequestId"];
                "MS-CorrelationId": components["headers"]["CorrelationId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"] | string | Record<string, never>;
            };
        };
        /** @description No such customer, or nothing known of it. A 404 with an empty body was seen on a sibling operation. */
        NotFound: {
            headers: {
                "MS-RequestId": components["headers"]["RequestId"];
                "MS-CorrelationId": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"] | string | Record<string, never>;
            };
        };
        /**
         * @description Too many requests. That limits are per partner tenant is *assumed*: it is published for one sibling operation.
         *     The gateway answers this one, without `MS-RequestId` and
         *     `MS-CorrelationId`.
         */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"] | string | Record<string, never>;
            };
        };
        /** @description The service failed. Whether a create was carried out is unknown. */
        InternalServerError: {
            headers: {
                "MS-RequestId": components["headers"]["RequestId"];
                "MS-CorrelationId": components["headers"]["CorrelationId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"] | string | Record<string, never>;
            };
        };
        /**
         * @description The service cannot be reached. Whether a create was carried out is unknown. That the gateway answers it, as it
         *     does 429, is *assumed*; the body can also be HTML or empty.
         */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"] | string | Record<string, never>;
            };
        };
    };
    parameters: {
        /**
         * @description The customer's Microsoft ID, a GUID. Microsoft's pages write `{customer-tenant-id}`; the name never reaches the
         *     wire, and a hyphen in it breaks the path templates of common mock servers.
         * @example 2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f
         */
        CustomerTenantId: components["schemas"]["Guid"];
        /**
         * @description Names this logical request; the key of idempotency. Keep it when repeating a request whose answer was lost. The
         *     service makes one where it is missing.
         * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
         */
        RequestId: components["schemas"]["Guid"];
        /**
         * @description Groups requests in Microsoft's logs. The service makes one where it is missing.
         * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
         */
        CorrelationId: components["schemas"]["Guid"];
        /**
         * @description The name of the calling application, in printable ASCII.
         * @example Contoso licence desk
         */
        Application: string;
        /**
         * @description The language of texts in the answer, a BCP 47 tag.
         * @example en-US
         */
        Locale: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The `MS-RequestId` of the request, or the one the service made.
         * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
         */
        RequestId: components["schemas"]["Guid"];
        /**
         * @description The `MS-CorrelationId` of the request, or the one the service made.
         * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
         */
        CorrelationId: components["schemas"]["Guid"];
        /**
         * @description Whole seconds to wait before the next request. Requests sent earlier count against the limit too.
         * @example 57
         */
        RetryAfter: string;
        /**
         * @description `OAuth realm=urn:cpsvc:cpid:…`. Printed below the body in *Partner Center REST error codes*, so that it comes
         *     with 401 is *assumed*.
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
                 * @description Names this logical request; the key of idempotency. Keep it when repeating a request whose answer was lost. The
                 *     service makes one where it is missing.
                 * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
                 */
                "MS-RequestId"?: components["parameters"]["RequestId"];
                /**
                 * @description Groups requests in Microsoft's logs. The service makes one where it is missing.
                 * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
                 */
                "MS-CorrelationId"?: components["parameters"]["CorrelationId"];
                /**
                 * @description The name of the calling application, in printable ASCII.
                 * @example Contoso licence desk
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["Application"];
                /**
                 * @description The language of texts in the answer, a BCP 47 tag.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["Locale"];
            };
            path: {
                /**
                 * @description The customer's Microsoft ID, a GUID. Microsoft's pages write `{customer-tenant-id}`; the name never reaches the
                 *     wire, and a hyphen in it breaks the path templates of common mock servers.
                 * @example 2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f
                 */
                customerTenantId: components["parameters"]["CustomerTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The qualifications. A customer without any has an empty list, *assumed*. */
            200: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationsLenient"];
                };
            };
            /** @description The request is malformed. Do not repeat it unchanged. */
            400: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] | string | Record<string, never>;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller may not read this customer. A 403 with an empty body was seen on sibling operations. */
            403: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] | string | Record<string, never>;
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
                 * @description Names this logical request; the key of idempotency. Keep it when repeating a request whose answer was lost. The
                 *     service makes one where it is missing.
                 * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
                 */
                "MS-RequestId"?: components["parameters"]["RequestId"];
                /**
                 * @description Groups requests in Microsoft's logs. The service makes one where it is missing.
                 * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
                 */
                "MS-CorrelationId"?: components["parameters"]["CorrelationId"];
                /**
                 * @description The name of the calling application, in printable ASCII.
                 * @example Contoso licence desk
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["Application"];
                /**
                 * @description The language of texts in the answer, a BCP 47 tag.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["Locale"];
            };
            path: {
                /**
                 * @description The customer's Microsoft ID, a GUID. Microsoft's pages write `{customer-tenant-id}`; the name never reaches the
                 *     wire, and a hyphen in it breaks the path templates of common mock servers.
                 * @example 2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f
                 */
                customerTenantId: components["parameters"]["CustomerTenantId"];
            };
            cookie?: never;
        };
        /** @description The qualification asked for, and what Microsoft needs to decide. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateQualificationRequest"];
            };
        };
        responses: {
            /** @description The qualification as it stands now. No `Location` header is documented. */
            201: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationLenient"];
                };
            };
            /** @description The request is malformed, or refused for what it says. Do not repeat it unchanged. */
            400: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] | string | Record<string, never>;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller may not do this to this customer. A 403 with an empty body was seen on sibling operations. */
            403: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] | string | Record<string, never>;
                };
            };
            404: components["responses"]["NotFound"];
            /**
             * @description The request contradicts what already is. That these operations answer 409 is *assumed*: no page says how a
             *     refused combination or a repeated request is answered. After a lost answer, a 409 may mean that the first
             *     attempt was carried out: read the list.
             */
            409: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] | string | Record<string, never>;
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
                 * @description Names this logical request; the key of idempotency. Keep it when repeating a request whose answer was lost. The
                 *     service makes one where it is missing.
                 * @example 037db222-6d8e-4d7f-ba78-df3dca33fb68
                 */
                "MS-RequestId"?: components["parameters"]["RequestId"];
                /**
                 * @description Groups requests in Microsoft's logs. The service makes one where it is missing.
                 * @example 7d2456fd-2d79-46d0-9f8e-5d7ecd5f8745
                 */
                "MS-CorrelationId"?: components["parameters"]["CorrelationId"];
                /**
                 * @description The name of the calling application, in printable ASCII.
                 * @example Contoso licence desk
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["Application"];
                /**
                 * @description The language of texts in the answer, a BCP 47 tag.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["Locale"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The codes. A partner without any has an empty list, *assumed*. */
            200: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationCodesLenient"];
                };
            };
            /** @description The request is malformed. Do not repeat it unchanged. */
            400: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] | string | Record<string, never>;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The caller may not read the partner's codes. */
            403: {
                headers: {
                    "MS-RequestId": components["headers"]["RequestId"];
                    "MS-CorrelationId": components["headers"]["CorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] | string | Record<string, never>;
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
