package dev.kefu.document.casefiles;

import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of frozen case files as a file. */
@Configuration(proxyBeanMethods = false)
class CaseFileList {

  /** Each row with what people look up in it; codes as the register keeps them. */
  @Bean
  Register caseFileExport() {
    return new Register("case-files", "Case files 案卷台帳", Set.of("document_case_files"), "document_case_files f", "f.id", "f.frozen_at", List.of(text("Case 案件", "f.case_number"), text("Procedure 程序", "f.process_key"), text("Started by 發起人", "f.starter"), time("Ended 結束時間", "f.ended_at"),
        text("Outcome 結果", "f.outcome"), time("Frozen 歸檔時間", "f.frozen_at"), date("Keep until 保存至", "f.keep_until"),
        text("SHA-256 of the data 數據", "f.json_sha256"), text("SHA-256 of the PDF 文件", "f.pdf_sha256")));
  }
}
