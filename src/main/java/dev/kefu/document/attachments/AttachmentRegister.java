package dev.kefu.document.attachments;

import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of attachments as a file: what they are, not what stands in them. */
@Configuration(proxyBeanMethods = false)
class AttachmentRegister {

  /** Attachments, removed ones too. */
  @Bean
  Register attachmentExport() {
    return new Register("attachments", "Attachments 附件台帳", Set.of("document_attachments"), "document_attachments d", "d.id", "d.added_at", List.of(text("Case 案件", "d.case_number"), text("Kind 類別", "d.kind"),
        text("File 文件名", "d.file_name"), text("Type 類型", "d.media_type"), number("Bytes 字節數", "d.file_size"), text("SHA-256", "d.sha256"), text("Added by 添加人", "d.added_by"),
        time("Added 添加時間", "d.added_at"), text("Removed by 移除人", "d.removed_by"), time("Removed 移除時間", "d.removed_at"), text("Reason for removal 移除原因", "d.removal_reason")));
  }
}
