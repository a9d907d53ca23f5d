curl --request GET \
  --url https://api.partnercenter.microsoft.com/v1/customers/all/validations \
  --header "Authorization: Bearer $PARTNER_CENTER_TOKEN" \
  --header "Accept: application/json"
