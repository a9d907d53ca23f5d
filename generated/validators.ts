// Written by `npm run generate` from openapi.yaml. Do not edit.
// @ts-nocheck
"use strict";
export const getQualificationsRequest = validate10;
const schema11 = {"type":"object","required":["path"],"properties":{"path":{"type":"object","required":["customerTenantId"],"properties":{"customerTenantId":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}},"additionalProperties":false},"query":{"type":"object","required":[],"properties":{},"additionalProperties":false},"header":{"type":"object","required":[],"properties":{"MS-RequestId":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},"MS-CorrelationId":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},"MS-PartnerCenter-Application":{"type":"string","minLength":1},"X-Locale":{"type":"string","pattern":"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}}},"body":false}};
const func0 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");
const pattern3 = new RegExp("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.path === undefined) || (!(func0.call(data, "path")))) && (missing0 = "path")){
validate10.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.path !== undefined && func0.call(data, "path")){
let data0 = data.path;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.customerTenantId === undefined) || (!(func0.call(data0, "customerTenantId")))) && (missing1 = "customerTenantId")){
validate10.errors = [{instancePath:instancePath+"/path",schemaPath:"#/properties/path/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs3 = errors;
for(const key0 of Object.keys(data0)){
if(!(key0 === "customerTenantId")){
validate10.errors = [{instancePath:instancePath+"/path",schemaPath:"#/properties/path/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs3 === errors){
if(data0.customerTenantId !== undefined && func0.call(data0, "customerTenantId")){
let data1 = data0.customerTenantId;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate10.errors = [{instancePath:instancePath+"/path/customerTenantId",schemaPath:"#/properties/path/properties/customerTenantId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/path/customerTenantId",schemaPath:"#/properties/path/properties/customerTenantId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.query !== undefined && func0.call(data, "query")){
let data2 = data.query;
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 of Object.keys(data2)){
validate10.errors = [{instancePath:instancePath+"/query",schemaPath:"#/properties/query/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/query",schemaPath:"#/properties/query/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.header !== undefined && func0.call(data, "header")){
let data3 = data.header;
const _errs9 = errors;
if(errors === _errs9){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3["MS-RequestId"] !== undefined && func0.call(data3, "MS-RequestId")){
let data4 = data3["MS-RequestId"];
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
validate10.errors = [{instancePath:instancePath+"/header/MS-RequestId",schemaPath:"#/properties/header/properties/MS-RequestId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/header/MS-RequestId",schemaPath:"#/properties/header/properties/MS-RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3["MS-CorrelationId"] !== undefined && func0.call(data3, "MS-CorrelationId")){
let data5 = data3["MS-CorrelationId"];
const _errs13 = errors;
if(errors === _errs13){
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
validate10.errors = [{instancePath:instancePath+"/header/MS-CorrelationId",schemaPath:"#/properties/header/properties/MS-CorrelationId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/header/MS-CorrelationId",schemaPath:"#/properties/header/properties/MS-CorrelationId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3["MS-PartnerCenter-Application"] !== undefined && func0.call(data3, "MS-PartnerCenter-Application")){
let data6 = data3["MS-PartnerCenter-Application"];
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(data6.length < 1){
validate10.errors = [{instancePath:instancePath+"/header/MS-PartnerCenter-Application",schemaPath:"#/properties/header/properties/MS-PartnerCenter-Application/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/header/MS-PartnerCenter-Application",schemaPath:"#/properties/header/properties/MS-PartnerCenter-Application/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3["X-Locale"] !== undefined && func0.call(data3, "X-Locale")){
let data7 = data3["X-Locale"];
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern3.test(data7)){
validate10.errors = [{instancePath:instancePath+"/header/X-Locale",schemaPath:"#/properties/header/properties/X-Locale/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},message:"must match pattern \""+"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"+"\""}];
return false;
}
}
else {
validate10.errors = [{instancePath:instancePath+"/header/X-Locale",schemaPath:"#/properties/header/properties/X-Locale/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/header",schemaPath:"#/properties/header/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.body !== undefined && func0.call(data, "body")){
var valid0 = false;
validate10.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/false schema",keyword:"false schema",params:{},message:"boolean schema is false"}];
return false;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}

export const QualificationsStrict = validate11;
const schema12 = {"type":"array","items":{"type":"object","required":["qualification"],"properties":{"qualification":{"type":"string","enum":["Education","GovernmentCommunityCloud","StateOwnedEntity"]}},"allOf":[{"if":{"properties":{"qualification":{"enum":["Education","GovernmentCommunityCloud"]}}},"then":{"type":"object","required":["qualification","vettingStatus"],"properties":{"qualification":{"type":"string","enum":["Education","GovernmentCommunityCloud"]},"vettingStatus":{"type":"string","enum":["InReview","Approved","Denied"]},"vettingReason":{"type":"string","minLength":1},"vettingCreatedDate":{"type":"string","pattern":"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"},"vettingCreateDate":{"type":"string","pattern":"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"}},"additionalProperties":false}},{"if":{"properties":{"qualification":{"enum":["StateOwnedEntity"]}}},"then":{"type":"object","required":["qualification"],"properties":{"qualification":{"type":"string","enum":["StateOwnedEntity"]},"vettingStatus":false,"vettingReason":false,"vettingCreatedDate":false,"vettingCreateDate":false},"additionalProperties":false}}]}};
const pattern4 = new RegExp("^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
const _errs3 = errors;
const _errs4 = errors;
let valid2 = true;
const _errs5 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.qualification !== undefined && func0.call(data0, "qualification")){
let data1 = data0.qualification;
if(!((data1 === "Education") || (data1 === "GovernmentCommunityCloud"))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs7 = errors;
if(errors === _errs7){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if((((data0.qualification === undefined) || (!(func0.call(data0, "qualification")))) && (missing0 = "qualification")) || (((data0.vettingStatus === undefined) || (!(func0.call(data0, "vettingStatus")))) && (missing0 = "vettingStatus"))){
validate11.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/0/then/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs9 = errors;
for(const key0 of Object.keys(data0)){
if(!(((((key0 === "qualification") || (key0 === "vettingStatus")) || (key0 === "vettingReason")) || (key0 === "vettingCreatedDate")) || (key0 === "vettingCreateDate"))){
validate11.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/0/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs9 === errors){
if(data0.qualification !== undefined && func0.call(data0, "qualification")){
let data2 = data0.qualification;
const _errs10 = errors;
if(typeof data2 !== "string"){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/qualification",schemaPath:"#/items/allOf/0/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data2 === "Education") || (data2 === "GovernmentCommunityCloud"))){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/qualification",schemaPath:"#/items/allOf/0/then/properties/qualification/enum",keyword:"enum",params:{allowedValues: schema12.items.allOf[0].then.properties.qualification.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid4 = _errs10 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data0.vettingStatus !== undefined && func0.call(data0, "vettingStatus")){
let data3 = data0.vettingStatus;
const _errs12 = errors;
if(typeof data3 !== "string"){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingStatus",schemaPath:"#/items/allOf/0/then/properties/vettingStatus/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data3 === "InReview") || (data3 === "Approved")) || (data3 === "Denied"))){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingStatus",schemaPath:"#/items/allOf/0/then/properties/vettingStatus/enum",keyword:"enum",params:{allowedValues: schema12.items.allOf[0].then.properties.vettingStatus.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid4 = _errs12 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data0.vettingReason !== undefined && func0.call(data0, "vettingReason")){
let data4 = data0.vettingReason;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(data4.length < 1){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingReason",schemaPath:"#/items/allOf/0/then/properties/vettingReason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingReason",schemaPath:"#/items/allOf/0/then/properties/vettingReason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data0.vettingCreatedDate !== undefined && func0.call(data0, "vettingCreatedDate")){
let data5 = data0.vettingCreatedDate;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingCreatedDate",schemaPath:"#/items/allOf/0/then/properties/vettingCreatedDate/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"},message:"must match pattern \""+"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"+"\""}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingCreatedDate",schemaPath:"#/items/allOf/0/then/properties/vettingCreatedDate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data0.vettingCreateDate !== undefined && func0.call(data0, "vettingCreateDate")){
let data6 = data0.vettingCreateDate;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(!pattern4.test(data6)){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingCreateDate",schemaPath:"#/items/allOf/0/then/properties/vettingCreateDate/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"},message:"must match pattern \""+"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"+"\""}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingCreateDate",schemaPath:"#/items/allOf/0/then/properties/vettingCreateDate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/0/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid0 = _errs7 === errors;
valid2 = _valid0;
}
if(!valid2){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate11.errors = vErrors;
return false;
}
var valid1 = _errs3 === errors;
if(valid1){
const _errs20 = errors;
const _errs21 = errors;
let valid5 = true;
const _errs22 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.qualification !== undefined && func0.call(data0, "qualification")){
if(!(data0.qualification === "StateOwnedEntity")){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid1 = _errs22 === errors;
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs24 = errors;
if(errors === _errs24){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.qualification === undefined) || (!(func0.call(data0, "qualification")))) && (missing1 = "qualification")){
validate11.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/1/then/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs26 = errors;
for(const key1 of Object.keys(data0)){
if(!(((((key1 === "qualification") || (key1 === "vettingStatus")) || (key1 === "vettingReason")) || (key1 === "vettingCreatedDate")) || (key1 === "vettingCreateDate"))){
validate11.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/1/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs26 === errors){
if(data0.qualification !== undefined && func0.call(data0, "qualification")){
let data8 = data0.qualification;
const _errs27 = errors;
if(typeof data8 !== "string"){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/qualification",schemaPath:"#/items/allOf/1/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(data8 === "StateOwnedEntity")){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/qualification",schemaPath:"#/items/allOf/1/then/properties/qualification/enum",keyword:"enum",params:{allowedValues: schema12.items.allOf[1].then.properties.qualification.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs27 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data0.vettingStatus !== undefined && func0.call(data0, "vettingStatus")){
var valid7 = false;
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingStatus",schemaPath:"#/items/allOf/1/then/properties/vettingStatus/false schema",keyword:"false schema",params:{},message:"boolean schema is false"}];
return false;
}
else {
var valid7 = true;
}
if(valid7){
if(data0.vettingReason !== undefined && func0.call(data0, "vettingReason")){
var valid7 = false;
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingReason",schemaPath:"#/items/allOf/1/then/properties/vettingReason/false schema",keyword:"false schema",params:{},message:"boolean schema is false"}];
return false;
}
else {
var valid7 = true;
}
if(valid7){
if(data0.vettingCreatedDate !== undefined && func0.call(data0, "vettingCreatedDate")){
var valid7 = false;
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingCreatedDate",schemaPath:"#/items/allOf/1/then/properties/vettingCreatedDate/false schema",keyword:"false schema",params:{},message:"boolean schema is false"}];
return false;
}
else {
var valid7 = true;
}
if(valid7){
if(data0.vettingCreateDate !== undefined && func0.call(data0, "vettingCreateDate")){
var valid7 = false;
validate11.errors = [{instancePath:instancePath+"/" + i0+"/vettingCreateDate",schemaPath:"#/items/allOf/1/then/properties/vettingCreateDate/false schema",keyword:"false schema",params:{},message:"boolean schema is false"}];
return false;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/1/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid1 = _errs24 === errors;
valid5 = _valid1;
}
if(!valid5){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate11.errors = vErrors;
return false;
}
var valid1 = _errs20 === errors;
}
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing2;
if(((data0.qualification === undefined) || (!(func0.call(data0, "qualification")))) && (missing2 = "qualification")){
validate11.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data0.qualification !== undefined && func0.call(data0, "qualification")){
let data13 = data0.qualification;
if(typeof data13 !== "string"){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/qualification",schemaPath:"#/items/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data13 === "Education") || (data13 === "GovernmentCommunityCloud")) || (data13 === "StateOwnedEntity"))){
validate11.errors = [{instancePath:instancePath+"/" + i0+"/qualification",schemaPath:"#/items/properties/qualification/enum",keyword:"enum",params:{allowedValues: schema12.items.properties.qualification.enum},message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
validate11.errors = vErrors;
return errors === 0;
}

export const QualificationsTolerant = validate12;
const schema13 = {"type":"array","items":{"type":"object","required":["qualification"],"properties":{"qualification":{"type":"string"}},"allOf":[{"if":{"properties":{"qualification":{"enum":["Education","GovernmentCommunityCloud"]}}},"then":{"type":"object","required":["qualification","vettingStatus"],"properties":{"qualification":{"type":"string"},"vettingStatus":{"type":"string"},"vettingReason":{"type":"string"},"vettingCreatedDate":{"type":"string"},"vettingCreateDate":{"type":"string"}}}},{"if":{"properties":{"qualification":{"enum":["StateOwnedEntity"]}}},"then":{"type":"object","required":["qualification"],"properties":{"qualification":{"type":"string"}}}}]}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
const _errs3 = errors;
const _errs4 = errors;
let valid2 = true;
const _errs5 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.qualification !== undefined && func0.call(data0, "qualification")){
let data1 = data0.qualification;
if(!((data1 === "Education") || (data1 === "GovernmentCommunityCloud"))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs7 = errors;
if(errors === _errs7){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if((((data0.qualification === undefined) || (!(func0.call(data0, "qualification")))) && (missing0 = "qualification")) || (((data0.vettingStatus === undefined) || (!(func0.call(data0, "vettingStatus")))) && (missing0 = "vettingStatus"))){
validate12.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/0/then/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data0.qualification !== undefined && func0.call(data0, "qualification")){
const _errs9 = errors;
if(typeof data0.qualification !== "string"){
validate12.errors = [{instancePath:instancePath+"/" + i0+"/qualification",schemaPath:"#/items/allOf/0/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs9 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data0.vettingStatus !== undefined && func0.call(data0, "vettingStatus")){
const _errs11 = errors;
if(typeof data0.vettingStatus !== "string"){
validate12.errors = [{instancePath:instancePath+"/" + i0+"/vettingStatus",schemaPath:"#/items/allOf/0/then/properties/vettingStatus/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs11 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data0.vettingReason !== undefined && func0.call(data0, "vettingReason")){
const _errs13 = errors;
if(typeof data0.vettingReason !== "string"){
validate12.errors = [{instancePath:instancePath+"/" + i0+"/vettingReason",schemaPath:"#/items/allOf/0/then/properties/vettingReason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data0.vettingCreatedDate !== undefined && func0.call(data0, "vettingCreatedDate")){
const _errs15 = errors;
if(typeof data0.vettingCreatedDate !== "string"){
validate12.errors = [{instancePath:instancePath+"/" + i0+"/vettingCreatedDate",schemaPath:"#/items/allOf/0/then/properties/vettingCreatedDate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data0.vettingCreateDate !== undefined && func0.call(data0, "vettingCreateDate")){
const _errs17 = errors;
if(typeof data0.vettingCreateDate !== "string"){
validate12.errors = [{instancePath:instancePath+"/" + i0+"/vettingCreateDate",schemaPath:"#/items/allOf/0/then/properties/vettingCreateDate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/0/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid0 = _errs7 === errors;
valid2 = _valid0;
}
if(!valid2){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate12.errors = vErrors;
return false;
}
var valid1 = _errs3 === errors;
if(valid1){
const _errs19 = errors;
const _errs20 = errors;
let valid5 = true;
const _errs21 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.qualification !== undefined && func0.call(data0, "qualification")){
if(!(data0.qualification === "StateOwnedEntity")){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid1 = _errs21 === errors;
errors = _errs20;
if(vErrors !== null){
if(_errs20){
vErrors.length = _errs20;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs23 = errors;
if(errors === _errs23){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.qualification === undefined) || (!(func0.call(data0, "qualification")))) && (missing1 = "qualification")){
validate12.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/1/then/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.qualification !== undefined && func0.call(data0, "qualification")){
if(typeof data0.qualification !== "string"){
validate12.errors = [{instancePath:instancePath+"/" + i0+"/qualification",schemaPath:"#/items/allOf/1/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/1/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid1 = _errs23 === errors;
valid5 = _valid1;
}
if(!valid5){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate12.errors = vErrors;
return false;
}
var valid1 = _errs19 === errors;
}
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing2;
if(((data0.qualification === undefined) || (!(func0.call(data0, "qualification")))) && (missing2 = "qualification")){
validate12.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data0.qualification !== undefined && func0.call(data0, "qualification")){
if(typeof data0.qualification !== "string"){
validate12.errors = [{instancePath:instancePath+"/" + i0+"/qualification",schemaPath:"#/items/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate12.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
validate12.errors = vErrors;
return errors === 0;
}

export const ErrorStrict = validate13;
const schema14 = {"anyOf":[{"type":"object","required":["code","description"],"properties":{"code":{"type":["integer","string"]},"description":{"type":"string","maxLength":1024},"data":{"type":"array","items":{"type":"string"}},"source":{"type":"string"}},"additionalProperties":false},{"type":"object","required":["code","message","description","errorName","isRetryable"],"properties":{"code":{"type":"integer"},"message":{"type":"string"},"description":{"type":"string","maxLength":1024},"errorName":{"type":"string","minLength":1},"isRetryable":{"type":"boolean"},"parameters":{"type":"object","additionalProperties":true},"errorMessageExtended":{"type":"string"}},"additionalProperties":false},{"type":"object","required":["statusCode","message"],"properties":{"statusCode":{"type":"integer","minimum":400,"maximum":599},"message":{"type":"string","minLength":1}},"additionalProperties":false},{"type":"string","minLength":1}]};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(errors === _errs1){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.code === undefined) || (!(func0.call(data, "code")))) && (missing0 = "code")) || (((data.description === undefined) || (!(func0.call(data, "description")))) && (missing0 = "description"))){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs3 = errors;
for(const key0 of Object.keys(data)){
if(!((((key0 === "code") || (key0 === "description")) || (key0 === "data")) || (key0 === "source"))){
const err1 = {instancePath,schemaPath:"#/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs3 === errors){
if(data.code !== undefined && func0.call(data, "code")){
let data0 = data.code;
const _errs4 = errors;
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (typeof data0 !== "string")){
const err2 = {instancePath:instancePath+"/code",schemaPath:"#/anyOf/0/properties/code/type",keyword:"type",params:{type: schema14.anyOf[0].properties.code.type},message:"must be integer,string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.description !== undefined && func0.call(data, "description")){
let data1 = data.description;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(data1.length > 1024){
const err3 = {instancePath:instancePath+"/description",schemaPath:"#/anyOf/0/properties/description/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/description",schemaPath:"#/anyOf/0/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.data !== undefined && func0.call(data, "data")){
let data2 = data.data;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data2)){
var valid2 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(typeof data2[i0] !== "string"){
const err5 = {instancePath:instancePath+"/data/" + i0,schemaPath:"#/anyOf/0/properties/data/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid2 = _errs10 === errors;
if(!valid2){
break;
}
}
}
else {
const err6 = {instancePath:instancePath+"/data",schemaPath:"#/anyOf/0/properties/data/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.source !== undefined && func0.call(data, "source")){
const _errs12 = errors;
if(typeof data.source !== "string"){
const err7 = {instancePath:instancePath+"/source",schemaPath:"#/anyOf/0/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs14 = errors;
if(errors === _errs14){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((((((data.code === undefined) || (!(func0.call(data, "code")))) && (missing1 = "code")) || (((data.message === undefined) || (!(func0.call(data, "message")))) && (missing1 = "message"))) || (((data.description === undefined) || (!(func0.call(data, "description")))) && (missing1 = "description"))) || (((data.errorName === undefined) || (!(func0.call(data, "errorName")))) && (missing1 = "errorName"))) || (((data.isRetryable === undefined) || (!(func0.call(data, "isRetryable")))) && (missing1 = "isRetryable"))){
const err9 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs16 = errors;
for(const key1 of Object.keys(data)){
if(!(((((((key1 === "code") || (key1 === "message")) || (key1 === "description")) || (key1 === "errorName")) || (key1 === "isRetryable")) || (key1 === "parameters")) || (key1 === "errorMessageExtended"))){
const err10 = {instancePath,schemaPath:"#/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs16 === errors){
if(data.code !== undefined && func0.call(data, "code")){
let data5 = data.code;
const _errs17 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err11 = {instancePath:instancePath+"/code",schemaPath:"#/anyOf/1/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.message !== undefined && func0.call(data, "message")){
const _errs19 = errors;
if(typeof data.message !== "string"){
const err12 = {instancePath:instancePath+"/message",schemaPath:"#/anyOf/1/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.description !== undefined && func0.call(data, "description")){
let data7 = data.description;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data7 === "string"){
if(data7.length > 1024){
const err13 = {instancePath:instancePath+"/description",schemaPath:"#/anyOf/1/properties/description/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/description",schemaPath:"#/anyOf/1/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.errorName !== undefined && func0.call(data, "errorName")){
let data8 = data.errorName;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data8 === "string"){
if(data8.length < 1){
const err15 = {instancePath:instancePath+"/errorName",schemaPath:"#/anyOf/1/properties/errorName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/errorName",schemaPath:"#/anyOf/1/properties/errorName/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.isRetryable !== undefined && func0.call(data, "isRetryable")){
const _errs25 = errors;
if(typeof data.isRetryable !== "boolean"){
const err17 = {instancePath:instancePath+"/isRetryable",schemaPath:"#/anyOf/1/properties/isRetryable/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.parameters !== undefined && func0.call(data, "parameters")){
let data10 = data.parameters;
const _errs27 = errors;
if(errors === _errs27){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
}
else {
const err18 = {instancePath:instancePath+"/parameters",schemaPath:"#/anyOf/1/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid3 = _errs27 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.errorMessageExtended !== undefined && func0.call(data, "errorMessageExtended")){
const _errs30 = errors;
if(typeof data.errorMessageExtended !== "string"){
const err19 = {instancePath:instancePath+"/errorMessageExtended",schemaPath:"#/anyOf/1/properties/errorMessageExtended/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var valid3 = _errs30 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/anyOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
var _valid0 = _errs14 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs32 = errors;
if(errors === _errs32){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((((data.statusCode === undefined) || (!(func0.call(data, "statusCode")))) && (missing2 = "statusCode")) || (((data.message === undefined) || (!(func0.call(data, "message")))) && (missing2 = "message"))){
const err21 = {instancePath,schemaPath:"#/anyOf/2/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
const _errs34 = errors;
for(const key2 of Object.keys(data)){
if(!((key2 === "statusCode") || (key2 === "message"))){
const err22 = {instancePath,schemaPath:"#/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
break;
}
}
if(_errs34 === errors){
if(data.statusCode !== undefined && func0.call(data, "statusCode")){
let data12 = data.statusCode;
const _errs35 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err23 = {instancePath:instancePath+"/statusCode",schemaPath:"#/anyOf/2/properties/statusCode/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(errors === _errs35){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 599 || isNaN(data12)){
const err24 = {instancePath:instancePath+"/statusCode",schemaPath:"#/anyOf/2/properties/statusCode/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},message:"must be <= 599"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
else {
if(data12 < 400 || isNaN(data12)){
const err25 = {instancePath:instancePath+"/statusCode",schemaPath:"#/anyOf/2/properties/statusCode/minimum",keyword:"minimum",params:{comparison: ">=", limit: 400},message:"must be >= 400"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.message !== undefined && func0.call(data, "message")){
let data13 = data.message;
const _errs37 = errors;
if(errors === _errs37){
if(typeof data13 === "string"){
if(data13.length < 1){
const err26 = {instancePath:instancePath+"/message",schemaPath:"#/anyOf/2/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/message",schemaPath:"#/anyOf/2/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
var valid4 = _errs37 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
const err28 = {instancePath,schemaPath:"#/anyOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
var _valid0 = _errs32 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs39 = errors;
if(errors === _errs39){
if(typeof data === "string"){
if(data.length < 1){
const err29 = {instancePath,schemaPath:"#/anyOf/3/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath,schemaPath:"#/anyOf/3/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
var _valid0 = _errs39 === errors;
valid0 = valid0 || _valid0;
}
}
}
if(!valid0){
const err31 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
validate13.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate13.errors = vErrors;
return errors === 0;
}

export const GatewayErrorStrict = validate14;
const schema15 = {"type":"object","required":["statusCode","message"],"properties":{"statusCode":{"type":"integer","minimum":400,"maximum":599},"message":{"type":"string","minLength":1}},"additionalProperties":false};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.statusCode === undefined) || (!(func0.call(data, "statusCode")))) && (missing0 = "statusCode")) || (((data.message === undefined) || (!(func0.call(data, "message")))) && (missing0 = "message"))){
validate14.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((key0 === "statusCode") || (key0 === "message"))){
validate14.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.statusCode !== undefined && func0.call(data, "statusCode")){
let data0 = data.statusCode;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate14.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 599 || isNaN(data0)){
validate14.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/maximum",keyword:"maximum",params:{comparison: "<=", limit: 599},message:"must be <= 599"}];
return false;
}
else {
if(data0 < 400 || isNaN(data0)){
validate14.errors = [{instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/minimum",keyword:"minimum",params:{comparison: ">=", limit: 400},message:"must be >= 400"}];
return false;
}
}
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined && func0.call(data, "message")){
let data1 = data.message;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length < 1){
validate14.errors = [{instancePath:instancePath+"/message",schemaPath:"#/properties/message/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate14.errors = [{instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate14.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate14.errors = vErrors;
return errors === 0;
}

export const createQualificationRequest = validate15;
const schema16 = {"type":"object","required":["path","body"],"properties":{"path":{"type":"object","required":["customerTenantId"],"properties":{"customerTenantId":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}},"additionalProperties":false},"query":{"type":"object","required":[],"properties":{},"additionalProperties":false},"header":{"type":"object","required":[],"properties":{"MS-RequestId":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},"MS-CorrelationId":{"type":"string","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},"MS-PartnerCenter-Application":{"type":"string","minLength":1},"X-Locale":{"type":"string","pattern":"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}}},"body":{"type":"object","required":["qualification"],"properties":{"qualification":{"type":"string","enum":["Education","GovernmentCommunityCloud","StateOwnedEntity"]}},"allOf":[{"if":{"properties":{"qualification":{"enum":["Education"]}}},"then":{"type":"object","required":["qualification","educationSegment"],"properties":{"qualification":{"type":"string","enum":["Education"]},"educationSegment":{"type":"string","enum":["K12","HigherEducation"]},"website":{"type":"string","minLength":1}},"additionalProperties":false}},{"if":{"properties":{"qualification":{"enum":["GovernmentCommunityCloud"]}}},"then":{"type":"object","required":["qualification","validationCode"],"properties":{"qualification":{"type":"string","enum":["GovernmentCommunityCloud"]},"validationCode":{"type":"string","minLength":1}},"additionalProperties":false}},{"if":{"properties":{"qualification":{"enum":["StateOwnedEntity"]}}},"then":{"type":"object","required":["qualification"],"properties":{"qualification":{"type":"string","enum":["StateOwnedEntity"]}},"additionalProperties":false}}]}}};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.path === undefined) || (!(func0.call(data, "path")))) && (missing0 = "path")) || (((data.body === undefined) || (!(func0.call(data, "body")))) && (missing0 = "body"))){
validate15.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.path !== undefined && func0.call(data, "path")){
let data0 = data.path;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.customerTenantId === undefined) || (!(func0.call(data0, "customerTenantId")))) && (missing1 = "customerTenantId")){
validate15.errors = [{instancePath:instancePath+"/path",schemaPath:"#/properties/path/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs3 = errors;
for(const key0 of Object.keys(data0)){
if(!(key0 === "customerTenantId")){
validate15.errors = [{instancePath:instancePath+"/path",schemaPath:"#/properties/path/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs3 === errors){
if(data0.customerTenantId !== undefined && func0.call(data0, "customerTenantId")){
let data1 = data0.customerTenantId;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate15.errors = [{instancePath:instancePath+"/path/customerTenantId",schemaPath:"#/properties/path/properties/customerTenantId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"+"\""}];
return false;
}
}
else {
validate15.errors = [{instancePath:instancePath+"/path/customerTenantId",schemaPath:"#/properties/path/properties/customerTenantId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.query !== undefined && func0.call(data, "query")){
let data2 = data.query;
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 of Object.keys(data2)){
validate15.errors = [{instancePath:instancePath+"/query",schemaPath:"#/properties/query/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
else {
validate15.errors = [{instancePath:instancePath+"/query",schemaPath:"#/properties/query/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.header !== undefined && func0.call(data, "header")){
let data3 = data.header;
const _errs9 = errors;
if(errors === _errs9){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3["MS-RequestId"] !== undefined && func0.call(data3, "MS-RequestId")){
let data4 = data3["MS-RequestId"];
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(!pattern0.test(data4)){
validate15.errors = [{instancePath:instancePath+"/header/MS-RequestId",schemaPath:"#/properties/header/properties/MS-RequestId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"+"\""}];
return false;
}
}
else {
validate15.errors = [{instancePath:instancePath+"/header/MS-RequestId",schemaPath:"#/properties/header/properties/MS-RequestId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3["MS-CorrelationId"] !== undefined && func0.call(data3, "MS-CorrelationId")){
let data5 = data3["MS-CorrelationId"];
const _errs13 = errors;
if(errors === _errs13){
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
validate15.errors = [{instancePath:instancePath+"/header/MS-CorrelationId",schemaPath:"#/properties/header/properties/MS-CorrelationId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"},message:"must match pattern \""+"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"+"\""}];
return false;
}
}
else {
validate15.errors = [{instancePath:instancePath+"/header/MS-CorrelationId",schemaPath:"#/properties/header/properties/MS-CorrelationId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3["MS-PartnerCenter-Application"] !== undefined && func0.call(data3, "MS-PartnerCenter-Application")){
let data6 = data3["MS-PartnerCenter-Application"];
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(data6.length < 1){
validate15.errors = [{instancePath:instancePath+"/header/MS-PartnerCenter-Application",schemaPath:"#/properties/header/properties/MS-PartnerCenter-Application/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate15.errors = [{instancePath:instancePath+"/header/MS-PartnerCenter-Application",schemaPath:"#/properties/header/properties/MS-PartnerCenter-Application/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3["X-Locale"] !== undefined && func0.call(data3, "X-Locale")){
let data7 = data3["X-Locale"];
const _errs17 = errors;
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern3.test(data7)){
validate15.errors = [{instancePath:instancePath+"/header/X-Locale",schemaPath:"#/properties/header/properties/X-Locale/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},message:"must match pattern \""+"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"+"\""}];
return false;
}
}
else {
validate15.errors = [{instancePath:instancePath+"/header/X-Locale",schemaPath:"#/properties/header/properties/X-Locale/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/header",schemaPath:"#/properties/header/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.body !== undefined && func0.call(data, "body")){
let data8 = data.body;
const _errs19 = errors;
const _errs21 = errors;
const _errs22 = errors;
let valid4 = true;
const _errs23 = errors;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.qualification !== undefined && func0.call(data8, "qualification")){
if(!(data8.qualification === "Education")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs23 === errors;
errors = _errs22;
if(vErrors !== null){
if(_errs22){
vErrors.length = _errs22;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs25 = errors;
if(errors === _errs25){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing2;
if((((data8.qualification === undefined) || (!(func0.call(data8, "qualification")))) && (missing2 = "qualification")) || (((data8.educationSegment === undefined) || (!(func0.call(data8, "educationSegment")))) && (missing2 = "educationSegment"))){
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/0/then/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs27 = errors;
for(const key2 of Object.keys(data8)){
if(!(((key2 === "qualification") || (key2 === "educationSegment")) || (key2 === "website"))){
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/0/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs27 === errors){
if(data8.qualification !== undefined && func0.call(data8, "qualification")){
let data10 = data8.qualification;
const _errs28 = errors;
if(typeof data10 !== "string"){
validate15.errors = [{instancePath:instancePath+"/body/qualification",schemaPath:"#/properties/body/allOf/0/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(data10 === "Education")){
validate15.errors = [{instancePath:instancePath+"/body/qualification",schemaPath:"#/properties/body/allOf/0/then/properties/qualification/enum",keyword:"enum",params:{allowedValues: schema16.properties.body.allOf[0].then.properties.qualification.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs28 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data8.educationSegment !== undefined && func0.call(data8, "educationSegment")){
let data11 = data8.educationSegment;
const _errs30 = errors;
if(typeof data11 !== "string"){
validate15.errors = [{instancePath:instancePath+"/body/educationSegment",schemaPath:"#/properties/body/allOf/0/then/properties/educationSegment/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data11 === "K12") || (data11 === "HigherEducation"))){
validate15.errors = [{instancePath:instancePath+"/body/educationSegment",schemaPath:"#/properties/body/allOf/0/then/properties/educationSegment/enum",keyword:"enum",params:{allowedValues: schema16.properties.body.allOf[0].then.properties.educationSegment.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs30 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data8.website !== undefined && func0.call(data8, "website")){
let data12 = data8.website;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data12 === "string"){
if(data12.length < 1){
validate15.errors = [{instancePath:instancePath+"/body/website",schemaPath:"#/properties/body/allOf/0/then/properties/website/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate15.errors = [{instancePath:instancePath+"/body/website",schemaPath:"#/properties/body/allOf/0/then/properties/website/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs32 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/0/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid0 = _errs25 === errors;
valid4 = _valid0;
}
if(!valid4){
const err1 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate15.errors = vErrors;
return false;
}
var valid3 = _errs21 === errors;
if(valid3){
const _errs34 = errors;
const _errs35 = errors;
let valid7 = true;
const _errs36 = errors;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.qualification !== undefined && func0.call(data8, "qualification")){
if(!(data8.qualification === "GovernmentCommunityCloud")){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid1 = _errs36 === errors;
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs38 = errors;
if(errors === _errs38){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing3;
if((((data8.qualification === undefined) || (!(func0.call(data8, "qualification")))) && (missing3 = "qualification")) || (((data8.validationCode === undefined) || (!(func0.call(data8, "validationCode")))) && (missing3 = "validationCode"))){
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/1/then/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs40 = errors;
for(const key3 of Object.keys(data8)){
if(!((key3 === "qualification") || (key3 === "validationCode"))){
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/1/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs40 === errors){
if(data8.qualification !== undefined && func0.call(data8, "qualification")){
let data14 = data8.qualification;
const _errs41 = errors;
if(typeof data14 !== "string"){
validate15.errors = [{instancePath:instancePath+"/body/qualification",schemaPath:"#/properties/body/allOf/1/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(data14 === "GovernmentCommunityCloud")){
validate15.errors = [{instancePath:instancePath+"/body/qualification",schemaPath:"#/properties/body/allOf/1/then/properties/qualification/enum",keyword:"enum",params:{allowedValues: schema16.properties.body.allOf[1].then.properties.qualification.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid9 = _errs41 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data8.validationCode !== undefined && func0.call(data8, "validationCode")){
let data15 = data8.validationCode;
const _errs43 = errors;
if(errors === _errs43){
if(typeof data15 === "string"){
if(data15.length < 1){
validate15.errors = [{instancePath:instancePath+"/body/validationCode",schemaPath:"#/properties/body/allOf/1/then/properties/validationCode/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate15.errors = [{instancePath:instancePath+"/body/validationCode",schemaPath:"#/properties/body/allOf/1/then/properties/validationCode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid9 = _errs43 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/1/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid1 = _errs38 === errors;
valid7 = _valid1;
}
if(!valid7){
const err3 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate15.errors = vErrors;
return false;
}
var valid3 = _errs34 === errors;
if(valid3){
const _errs45 = errors;
const _errs46 = errors;
let valid10 = true;
const _errs47 = errors;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.qualification !== undefined && func0.call(data8, "qualification")){
if(!(data8.qualification === "StateOwnedEntity")){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
var _valid2 = _errs47 === errors;
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs49 = errors;
if(errors === _errs49){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing4;
if(((data8.qualification === undefined) || (!(func0.call(data8, "qualification")))) && (missing4 = "qualification")){
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/2/then/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs51 = errors;
for(const key4 of Object.keys(data8)){
if(!(key4 === "qualification")){
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/2/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs51 === errors){
if(data8.qualification !== undefined && func0.call(data8, "qualification")){
let data17 = data8.qualification;
if(typeof data17 !== "string"){
validate15.errors = [{instancePath:instancePath+"/body/qualification",schemaPath:"#/properties/body/allOf/2/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(data17 === "StateOwnedEntity")){
validate15.errors = [{instancePath:instancePath+"/body/qualification",schemaPath:"#/properties/body/allOf/2/then/properties/qualification/enum",keyword:"enum",params:{allowedValues: schema16.properties.body.allOf[2].then.properties.qualification.enum},message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/2/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid2 = _errs49 === errors;
valid10 = _valid2;
}
if(!valid10){
const err5 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/allOf/2/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate15.errors = vErrors;
return false;
}
var valid3 = _errs45 === errors;
}
}
if(errors === _errs19){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing5;
if(((data8.qualification === undefined) || (!(func0.call(data8, "qualification")))) && (missing5 = "qualification")){
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
if(data8.qualification !== undefined && func0.call(data8, "qualification")){
let data18 = data8.qualification;
if(typeof data18 !== "string"){
validate15.errors = [{instancePath:instancePath+"/body/qualification",schemaPath:"#/properties/body/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data18 === "Education") || (data18 === "GovernmentCommunityCloud")) || (data18 === "StateOwnedEntity"))){
validate15.errors = [{instancePath:instancePath+"/body/qualification",schemaPath:"#/properties/body/properties/qualification/enum",keyword:"enum",params:{allowedValues: schema16.properties.body.properties.qualification.enum},message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
else {
validate15.errors = [{instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate15.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate15.errors = vErrors;
return errors === 0;
}

export const QualificationStrict = validate16;
const schema17 = {"type":"object","required":["qualification"],"properties":{"qualification":{"type":"string","enum":["Education","GovernmentCommunityCloud","StateOwnedEntity"]}},"allOf":[{"if":{"properties":{"qualification":{"enum":["Education","GovernmentCommunityCloud"]}}},"then":{"type":"object","required":["qualification","vettingStatus"],"properties":{"qualification":{"type":"string","enum":["Education","GovernmentCommunityCloud"]},"vettingStatus":{"type":"string","enum":["InReview","Approved","Denied"]},"vettingReason":{"type":"string","minLength":1},"vettingCreatedDate":{"type":"string","pattern":"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"},"vettingCreateDate":{"type":"string","pattern":"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"}},"additionalProperties":false}},{"if":{"properties":{"qualification":{"enum":["StateOwnedEntity"]}}},"then":{"type":"object","required":["qualification"],"properties":{"qualification":{"type":"string","enum":["StateOwnedEntity"]},"vettingStatus":false,"vettingReason":false,"vettingCreatedDate":false,"vettingCreateDate":false},"additionalProperties":false}}]};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.qualification !== undefined && func0.call(data, "qualification")){
let data0 = data.qualification;
if(!((data0 === "Education") || (data0 === "GovernmentCommunityCloud"))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(errors === _errs5){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.qualification === undefined) || (!(func0.call(data, "qualification")))) && (missing0 = "qualification")) || (((data.vettingStatus === undefined) || (!(func0.call(data, "vettingStatus")))) && (missing0 = "vettingStatus"))){
validate16.errors = [{instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs7 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "qualification") || (key0 === "vettingStatus")) || (key0 === "vettingReason")) || (key0 === "vettingCreatedDate")) || (key0 === "vettingCreateDate"))){
validate16.errors = [{instancePath,schemaPath:"#/allOf/0/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs7 === errors){
if(data.qualification !== undefined && func0.call(data, "qualification")){
let data1 = data.qualification;
const _errs8 = errors;
if(typeof data1 !== "string"){
validate16.errors = [{instancePath:instancePath+"/qualification",schemaPath:"#/allOf/0/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!((data1 === "Education") || (data1 === "GovernmentCommunityCloud"))){
validate16.errors = [{instancePath:instancePath+"/qualification",schemaPath:"#/allOf/0/then/properties/qualification/enum",keyword:"enum",params:{allowedValues: schema17.allOf[0].then.properties.qualification.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.vettingStatus !== undefined && func0.call(data, "vettingStatus")){
let data2 = data.vettingStatus;
const _errs10 = errors;
if(typeof data2 !== "string"){
validate16.errors = [{instancePath:instancePath+"/vettingStatus",schemaPath:"#/allOf/0/then/properties/vettingStatus/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data2 === "InReview") || (data2 === "Approved")) || (data2 === "Denied"))){
validate16.errors = [{instancePath:instancePath+"/vettingStatus",schemaPath:"#/allOf/0/then/properties/vettingStatus/enum",keyword:"enum",params:{allowedValues: schema17.allOf[0].then.properties.vettingStatus.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.vettingReason !== undefined && func0.call(data, "vettingReason")){
let data3 = data.vettingReason;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data3 === "string"){
if(data3.length < 1){
validate16.errors = [{instancePath:instancePath+"/vettingReason",schemaPath:"#/allOf/0/then/properties/vettingReason/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate16.errors = [{instancePath:instancePath+"/vettingReason",schemaPath:"#/allOf/0/then/properties/vettingReason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.vettingCreatedDate !== undefined && func0.call(data, "vettingCreatedDate")){
let data4 = data.vettingCreatedDate;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
validate16.errors = [{instancePath:instancePath+"/vettingCreatedDate",schemaPath:"#/allOf/0/then/properties/vettingCreatedDate/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"},message:"must match pattern \""+"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"+"\""}];
return false;
}
}
else {
validate16.errors = [{instancePath:instancePath+"/vettingCreatedDate",schemaPath:"#/allOf/0/then/properties/vettingCreatedDate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs14 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.vettingCreateDate !== undefined && func0.call(data, "vettingCreateDate")){
let data5 = data.vettingCreateDate;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
validate16.errors = [{instancePath:instancePath+"/vettingCreateDate",schemaPath:"#/allOf/0/then/properties/vettingCreateDate/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"},message:"must match pattern \""+"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,7})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"+"\""}];
return false;
}
}
else {
validate16.errors = [{instancePath:instancePath+"/vettingCreateDate",schemaPath:"#/allOf/0/then/properties/vettingCreateDate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs16 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
else {
validate16.errors = [{instancePath,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err1 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate16.errors = vErrors;
return false;
}
var valid0 = _errs1 === errors;
if(valid0){
const _errs18 = errors;
const _errs19 = errors;
let valid4 = true;
const _errs20 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.qualification !== undefined && func0.call(data, "qualification")){
if(!(data.qualification === "StateOwnedEntity")){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid1 = _errs20 === errors;
errors = _errs19;
if(vErrors !== null){
if(_errs19){
vErrors.length = _errs19;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs22 = errors;
if(errors === _errs22){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.qualification === undefined) || (!(func0.call(data, "qualification")))) && (missing1 = "qualification")){
validate16.errors = [{instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs24 = errors;
for(const key1 of Object.keys(data)){
if(!(((((key1 === "qualification") || (key1 === "vettingStatus")) || (key1 === "vettingReason")) || (key1 === "vettingCreatedDate")) || (key1 === "vettingCreateDate"))){
validate16.errors = [{instancePath,schemaPath:"#/allOf/1/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs24 === errors){
if(data.qualification !== undefined && func0.call(data, "qualification")){
let data7 = data.qualification;
const _errs25 = errors;
if(typeof data7 !== "string"){
validate16.errors = [{instancePath:instancePath+"/qualification",schemaPath:"#/allOf/1/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(data7 === "StateOwnedEntity")){
validate16.errors = [{instancePath:instancePath+"/qualification",schemaPath:"#/allOf/1/then/properties/qualification/enum",keyword:"enum",params:{allowedValues: schema17.allOf[1].then.properties.qualification.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs25 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data.vettingStatus !== undefined && func0.call(data, "vettingStatus")){
var valid6 = false;
validate16.errors = [{instancePath:instancePath+"/vettingStatus",schemaPath:"#/allOf/1/then/properties/vettingStatus/false schema",keyword:"false schema",params:{},message:"boolean schema is false"}];
return false;
}
else {
var valid6 = true;
}
if(valid6){
if(data.vettingReason !== undefined && func0.call(data, "vettingReason")){
var valid6 = false;
validate16.errors = [{instancePath:instancePath+"/vettingReason",schemaPath:"#/allOf/1/then/properties/vettingReason/false schema",keyword:"false schema",params:{},message:"boolean schema is false"}];
return false;
}
else {
var valid6 = true;
}
if(valid6){
if(data.vettingCreatedDate !== undefined && func0.call(data, "vettingCreatedDate")){
var valid6 = false;
validate16.errors = [{instancePath:instancePath+"/vettingCreatedDate",schemaPath:"#/allOf/1/then/properties/vettingCreatedDate/false schema",keyword:"false schema",params:{},message:"boolean schema is false"}];
return false;
}
else {
var valid6 = true;
}
if(valid6){
if(data.vettingCreateDate !== undefined && func0.call(data, "vettingCreateDate")){
var valid6 = false;
validate16.errors = [{instancePath:instancePath+"/vettingCreateDate",schemaPath:"#/allOf/1/then/properties/vettingCreateDate/false schema",keyword:"false schema",params:{},message:"boolean schema is false"}];
return false;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
}
else {
validate16.errors = [{instancePath,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid1 = _errs22 === errors;
valid4 = _valid1;
}
if(!valid4){
const err3 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate16.errors = vErrors;
return false;
}
var valid0 = _errs18 === errors;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((data.qualification === undefined) || (!(func0.call(data, "qualification")))) && (missing2 = "qualification")){
validate16.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data.qualification !== undefined && func0.call(data, "qualification")){
let data12 = data.qualification;
if(typeof data12 !== "string"){
validate16.errors = [{instancePath:instancePath+"/qualification",schemaPath:"#/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data12 === "Education") || (data12 === "GovernmentCommunityCloud")) || (data12 === "StateOwnedEntity"))){
validate16.errors = [{instancePath:instancePath+"/qualification",schemaPath:"#/properties/qualification/enum",keyword:"enum",params:{allowedValues: schema17.properties.qualification.enum},message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
else {
validate16.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate16.errors = vErrors;
return errors === 0;
}

export const QualificationTolerant = validate17;
const schema18 = {"type":"object","required":["qualification"],"properties":{"qualification":{"type":"string"}},"allOf":[{"if":{"properties":{"qualification":{"enum":["Education","GovernmentCommunityCloud"]}}},"then":{"type":"object","required":["qualification","vettingStatus"],"properties":{"qualification":{"type":"string"},"vettingStatus":{"type":"string"},"vettingReason":{"type":"string"},"vettingCreatedDate":{"type":"string"},"vettingCreateDate":{"type":"string"}}}},{"if":{"properties":{"qualification":{"enum":["StateOwnedEntity"]}}},"then":{"type":"object","required":["qualification"],"properties":{"qualification":{"type":"string"}}}}]};

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.qualification !== undefined && func0.call(data, "qualification")){
let data0 = data.qualification;
if(!((data0 === "Education") || (data0 === "GovernmentCommunityCloud"))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs5 = errors;
if(errors === _errs5){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.qualification === undefined) || (!(func0.call(data, "qualification")))) && (missing0 = "qualification")) || (((data.vettingStatus === undefined) || (!(func0.call(data, "vettingStatus")))) && (missing0 = "vettingStatus"))){
validate17.errors = [{instancePath,schemaPath:"#/allOf/0/then/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.qualification !== undefined && func0.call(data, "qualification")){
const _errs7 = errors;
if(typeof data.qualification !== "string"){
validate17.errors = [{instancePath:instancePath+"/qualification",schemaPath:"#/allOf/0/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs7 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.vettingStatus !== undefined && func0.call(data, "vettingStatus")){
const _errs9 = errors;
if(typeof data.vettingStatus !== "string"){
validate17.errors = [{instancePath:instancePath+"/vettingStatus",schemaPath:"#/allOf/0/then/properties/vettingStatus/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs9 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.vettingReason !== undefined && func0.call(data, "vettingReason")){
const _errs11 = errors;
if(typeof data.vettingReason !== "string"){
validate17.errors = [{instancePath:instancePath+"/vettingReason",schemaPath:"#/allOf/0/then/properties/vettingReason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.vettingCreatedDate !== undefined && func0.call(data, "vettingCreatedDate")){
const _errs13 = errors;
if(typeof data.vettingCreatedDate !== "string"){
validate17.errors = [{instancePath:instancePath+"/vettingCreatedDate",schemaPath:"#/allOf/0/then/properties/vettingCreatedDate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.vettingCreateDate !== undefined && func0.call(data, "vettingCreateDate")){
const _errs15 = errors;
if(typeof data.vettingCreateDate !== "string"){
validate17.errors = [{instancePath:instancePath+"/vettingCreateDate",schemaPath:"#/allOf/0/then/properties/vettingCreateDate/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
else {
validate17.errors = [{instancePath,schemaPath:"#/allOf/0/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
}
if(!valid1){
const err1 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate17.errors = vErrors;
return false;
}
var valid0 = _errs1 === errors;
if(valid0){
const _errs17 = errors;
const _errs18 = errors;
let valid4 = true;
const _errs19 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.qualification !== undefined && func0.call(data, "qualification")){
if(!(data.qualification === "StateOwnedEntity")){
const err2 = {};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid1 = _errs19 === errors;
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs21 = errors;
if(errors === _errs21){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.qualification === undefined) || (!(func0.call(data, "qualification")))) && (missing1 = "qualification")){
validate17.errors = [{instancePath,schemaPath:"#/allOf/1/then/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data.qualification !== undefined && func0.call(data, "qualification")){
if(typeof data.qualification !== "string"){
validate17.errors = [{instancePath:instancePath+"/qualification",schemaPath:"#/allOf/1/then/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
else {
validate17.errors = [{instancePath,schemaPath:"#/allOf/1/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid1 = _errs21 === errors;
valid4 = _valid1;
}
if(!valid4){
const err3 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"},message:"must match \"then\" schema"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate17.errors = vErrors;
return false;
}
var valid0 = _errs17 === errors;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((data.qualification === undefined) || (!(func0.call(data, "qualification")))) && (missing2 = "qualification")){
validate17.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data.qualification !== undefined && func0.call(data, "qualification")){
if(typeof data.qualification !== "string"){
validate17.errors = [{instancePath:instancePath+"/qualification",schemaPath:"#/properties/qualification/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
else {
validate17.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate17.errors = vErrors;
return errors === 0;
}
