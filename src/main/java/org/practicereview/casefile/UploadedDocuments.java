package org.practicereview.casefile;

/** Where files are kept that people brought. */
interface UploadedDocuments {

  /** Stores a file with what is known of it, in the caller's transaction. */
  Document store(NewDocument document, FileCheck state);
}
