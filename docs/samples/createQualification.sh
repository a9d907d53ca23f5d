# REQUEST_ID is a new GUID. To retry the request, send the same one again.
# The body is the example "Education". "Payload" shows the others.
curl --request POST \
  --url https://api.partnercenter.microsoft.com/v1/customers/2d4f1a3c-5b6e-4c7d-8e9f-0a1b2c3d4e5f/qualifications \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json" \
  --header "Content-Type: application/json" \
  --header "MS-RequestId: $REQUEST_ID" \
  --data '{
    "qualification": "Education",
    "educationSegment": "HigherEducation",
    "website": "contoso.edu"
  }'
