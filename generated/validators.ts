// Written by `npm run contract:write`. Do not edit.
// @ts-nocheck
"use strict";
export const getQualifications_path = validate21;
const pattern0 = new RegExp("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "u");

function validate21(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.customerTenantId === undefined) && (missing0 = "customerTenantId")){
validate21.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "customerTenantId")){
validate21.errors = [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.customerTenantId !== undefined){
let data0 = data.customerTenantId;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate21.errors = [{instancePath:instancePath+"/customerTenantId",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/customerTenantId",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
}
}
}
else {
validate21.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}

export const getQualifications_header = validate22;
const pattern3 = new RegExp("^[ -~]+$", "u");
const pattern4 = new RegExp("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "u");

function validate22(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "MS-RequestId") || (key0 === "MS-CorrelationId")) || (key0 === "MS-PartnerCenter-Application")) || (key0 === "X-Locale"))){
validate22.errors = [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data["MS-RequestId"] !== undefined){
let data0 = data["MS-RequestId"];
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate22.errors = [{instancePath:instancePath+"/MS-RequestId",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/MS-RequestId",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data["MS-CorrelationId"] !== undefined){
let data1 = data["MS-CorrelationId"];
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate22.errors = [{instancePath:instancePath+"/MS-CorrelationId",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/MS-CorrelationId",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data["MS-PartnerCenter-Application"] !== undefined){
let data2 = data["MS-PartnerCenter-Application"];
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(!pattern3.test(data2)){
validate22.errors = [{instancePath:instancePath+"/MS-PartnerCenter-Application",keyword:"pattern",params:{pattern: "^[ -~]+$"}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/MS-PartnerCenter-Application",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data["X-Locale"] !== undefined){
let data3 = data["X-Locale"];
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
validate22.errors = [{instancePath:instancePath+"/X-Locale",keyword:"pattern",params:{pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/X-Locale",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs8 === errors;
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
validate22.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}

export const CreateQualificationRequest = validate23;

function validate23(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.qualification === undefined) && (missing0 = "qualification")){
validate23.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const tag0 = data.qualification;
if(typeof tag0 == "string"){
if(tag0 === "Education"){
const _errs2 = errors;
if(errors === _errs2){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.qualification === undefined) && (missing1 = "qualification")) || ((data.educationSegment === undefined) && (missing1 = "educationSegment"))){
validate23.errors = [{instancePath,keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(((key0 === "qualification") || (key0 === "educationSegment")) || (key0 === "website"))){
validate23.errors = [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.qualification !== undefined){
let data0 = data.qualification;
const _errs5 = errors;
if(typeof data0 !== "string"){
validate23.errors = [{instancePath:instancePath+"/qualification",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(data0 === "Education")){
validate23.errors = [{instancePath:instancePath+"/qualification",keyword:"enum",params:{allowedValues: ["Education"]}}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.educationSegment !== undefined){
let data1 = data.educationSegment;
const _errs7 = errors;
if(typeof data1 !== "string"){
validate23.errors = [{instancePath:instancePath+"/educationSegment",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data1 === "K12") || (data1 === "HigherEducation"))){
validate23.errors = [{instancePath:instancePath+"/educationSegment",keyword:"enum",params:{allowedValues: ["K12","HigherEducation"]}}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.website !== undefined){
let data2 = data.website;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data2 === "string"){
if(data2.length < 1){
validate23.errors = [{instancePath:instancePath+"/website",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/website",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
else {
validate23.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
}
else if(tag0 === "GovernmentCommunityCloud"){
const _errs11 = errors;
if(errors === _errs11){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((data.qualification === undefined) && (missing2 = "qualification")) || ((data.validationCode === undefined) && (missing2 = "validationCode"))){
validate23.errors = [{instancePath,keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs13 = errors;
for(const key1 in data){
if(!((key1 === "qualification") || (key1 === "validationCode"))){
validate23.errors = [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs13 === errors){
if(data.qualification !== undefined){
let data3 = data.qualification;
const _errs14 = errors;
if(typeof data3 !== "string"){
validate23.errors = [{instancePath:instancePath+"/qualification",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(data3 === "GovernmentCommunityCloud")){
validate23.errors = [{instancePath:instancePath+"/qualification",keyword:"enum",params:{allowedValues: ["GovernmentCommunityCloud"]}}];
return false;
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.validationCode !== undefined){
let data4 = data.validationCode;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data4 === "string"){
if(data4.length < 1){
validate23.errors = [{instancePath:instancePath+"/validationCode",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/validationCode",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate23.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
}
else if(tag0 === "StateOwnedEntity"){
const _errs18 = errors;
if(errors === _errs18){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((data.qualification === undefined) && (missing3 = "qualification")){
validate23.errors = [{instancePath,keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs20 = errors;
for(const key2 in data){
if(!(key2 === "qualification")){
validate23.errors = [{instancePath,keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs20 === errors){
if(data.qualification !== undefined){
let data5 = data.qualification;
if(typeof data5 !== "string"){
validate23.errors = [{instancePath:instancePath+"/qualification",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(data5 === "StateOwnedEntity")){
validate23.errors = [{instancePath:instancePath+"/qualification",keyword:"enum",params:{allowedValues: ["StateOwnedEntity"]}}];
return false;
}
}
}
}
}
else {
validate23.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
}
else {
validate23.errors = [{instancePath,keyword:"discriminator",params:{error: "mapping", tag: "qualification", tagValue: tag0}}];
return false;
}
}
else {
validate23.errors = [{instancePath,keyword:"discriminator",params:{error: "tag", tag: "qualification", tagValue: tag0}}];
return false;
}
}
}
else {
validate23.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate23.errors = vErrors;
return errors === 0;
}

export const QualificationsLenient = validate24;

function validate25(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.qualification === undefined) && (missing0 = "qualification")){
validate25.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.qualification !== undefined){
const _errs1 = errors;
if(typeof data.qualification !== "string"){
validate25.errors = [{instancePath:instancePath+"/qualification",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.vettingStatus !== undefined){
let data1 = data.vettingStatus;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate25.errors = [{instancePath:instancePath+"/vettingStatus",keyword:"type",params:{type: ["string","null"]}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.vettingReason !== undefined){
let data2 = data.vettingReason;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate25.errors = [{instancePath:instancePath+"/vettingReason",keyword:"type",params:{type: ["string","null"]}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.vettingCreatedDate !== undefined){
let data3 = data.vettingCreatedDate;
const _errs7 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate25.errors = [{instancePath:instancePath+"/vettingCreatedDate",keyword:"type",params:{type: ["string","null"]}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.vettingCreateDate !== undefined){
let data4 = data.vettingCreateDate;
const _errs9 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate25.errors = [{instancePath:instancePath+"/vettingCreateDate",keyword:"type",params:{type: ["string","null"]}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate25.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate25.errors = vErrors;
return errors === 0;
}


function validate24(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate25(data[i0], {instancePath:instancePath+"/" + i0}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate24.errors = [{instancePath,keyword:"type",params:{type: "array"}}];
return false;
}
}
validate24.errors = vErrors;
return errors === 0;
}

export const QualificationLenient = validate25;

export const ValidationCodesLenient = validate27;

function validate28(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.validationId === undefined) && (missing0 = "validationId")){
validate28.errors = [{instancePath,keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.partnerId !== undefined){
let data0 = data.partnerId;
const _errs1 = errors;
if((typeof data0 !== "string") && (data0 !== null)){
validate28.errors = [{instancePath:instancePath+"/partnerId",keyword:"type",params:{type: ["string","null"]}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.organizationName !== undefined){
let data1 = data.organizationName;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate28.errors = [{instancePath:instancePath+"/organizationName",keyword:"type",params:{type: ["string","null"]}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validationId !== undefined){
let data2 = data.validationId;
const _errs5 = errors;
if((typeof data2 !== "string") && (!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2))))){
validate28.errors = [{instancePath:instancePath+"/validationId",keyword:"type",params:{type: ["string","integer"]}}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
validate28.errors = [{instancePath:instancePath+"/validationId",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxCreates !== undefined){
let data3 = data.maxCreates;
const _errs7 = errors;
if((!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))) && (data3 !== null)){
validate28.errors = [{instancePath:instancePath+"/maxCreates",keyword:"type",params:{type: ["integer","null"]}}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remainingCreates !== undefined){
let data4 = data.remainingCreates;
const _errs9 = errors;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (data4 !== null)){
validate28.errors = [{instancePath:instancePath+"/remainingCreates",keyword:"type",params:{type: ["integer","null"]}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.eTag !== undefined){
let data5 = data.eTag;
const _errs11 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate28.errors = [{instancePath:instancePath+"/eTag",keyword:"type",params:{type: ["string","null"]}}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate28.errors = [{instancePath,keyword:"type",params:{type: "object"}}];
return false;
}
}
validate28.errors = vErrors;
return errors === 0;
}


function validate27(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate28(data[i0], {instancePath:instancePath+"/" + i0}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate27.errors = [{instancePath,keyword:"type",params:{type: "array"}}];
return false;
}
}
validate27.errors = vErrors;
return errors === 0;
}

export const ValidationCodeLenient = validate28;
