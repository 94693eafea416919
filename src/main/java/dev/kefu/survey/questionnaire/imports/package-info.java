/** Takes answers from files, CSV or XLSX: read as a stream, some hundred rows at once, each row once. */
package dev.kefu.survey.questionnaire.imports;
