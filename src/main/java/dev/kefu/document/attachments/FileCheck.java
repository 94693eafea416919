package dev.kefu.document.attachments;

import dev.kefu.document.store.DiskFull;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import lombok.RequiredArgsConstructor;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** Looks at name, size and content of an upload before anything is kept. */
@Component
@RequiredArgsConstructor
class FileCheck {

  private final DocumentProperties limits;

  /**
   * Returns the upload as a file of its own, which the caller deletes.
   *
   * @throws RefusedFile when it may not be kept; 413 for one that is too large
   * @throws IOException when the upload cannot be read or copied, {@link DiskFull} when that is why; nothing is left then
   */
  CheckedFile check(MultipartFile upload) throws IOException, RefusedFile {
    String name = FileName.of(upload.getOriginalFilename());
    if (upload.getSize() == 0) {
      throw new RefusedFile("Size 大小: the file is empty 檔案是空的");
    }
    if (upload.getSize() > limits.largestFile().toBytes()) {
      throw new RefusedFile(HttpStatus.PAYLOAD_TOO_LARGE, "Size 大小: " + tooLarge(limits.largestFile()));
    }
    Path content = Files.createTempFile("kefu-upload-", null);
    try {
      String sha256 = copy(upload, content);
      return new CheckedFile(content, name, ContentType.of(content, name), Files.size(content), sha256);
    } catch (IOException e) {
      IOException reason = DiskFull.orElse(e, content.getParent());
      Files.deleteIfExists(content);
      throw reason;
    } catch (RefusedFile | RuntimeException refused) {
      Files.deleteIfExists(content);
      throw refused;
    }
  }

  static String tooLarge(DataSize limit) {
    return "is larger than " + limit.toMegabytes() + " MB 超過 " + limit.toMegabytes() + " MB";
  }

  private static String copy(MultipartFile upload, Path file) throws IOException {
    try (InputStream content = upload.getInputStream(); DigestInputStream digested = new DigestInputStream(content, DigestUtils.getSha256Digest())) {
      Files.copy(digested, file, StandardCopyOption.REPLACE_EXISTING);
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }
  }
}
