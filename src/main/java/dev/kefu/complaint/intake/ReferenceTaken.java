package dev.kefu.complaint.intake;

/** The same sender used the same reference for something else before. */
public class ReferenceTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReferenceTaken(String reference, String caseNumber) {
    super("Reference \"%1$s\" stands for other content, case %2$s 來文編號「%1$s」已用於內容不同的案件 %2$s".formatted(reference, caseNumber), null, false, false);
  }
}
