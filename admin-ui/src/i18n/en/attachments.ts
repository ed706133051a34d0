/** Attachments. */
export const attachments = {
  attachment: {
    title: 'Attachments (%{count})',
    list: 'List of attachments',
    uploading: 'Files being uploaded',
    empty: 'No attachments yet.',
    afterReport: 'Add photos or papers',
    purpose: 'What it is for',
    purposeFirst: 'Choose what the file is for, then the file.',
    choose: 'Choose files',
    camera: 'Take a photo',
    ways: 'Use the button, drop files here, or paste a screenshot.',
    hint: 'Photos, PDF, Word, Excel, sound and film, up to %{max} each. Originals are sealed and cannot be changed; time and place stored in a photo stay in it.',
    emptyFile: '“%{name}” is empty; check it and choose again.',
    tooLarge:
      '“%{name}” has %{size}, more than %{max}. Use a smaller photo, or the part of the recording that matters.',
    state: { waiting: 'Waiting', sending: '%{percent}% sent', failed: 'Not uploaded' },
    progress: 'Progress of %{name}',
    networkHow:
      'The file is still here: press “Retry” when the network is back; nothing is uploaded twice. Keep this page open.',
    dismiss: 'Forget it',
    of: 'Work order %{no}',
    sealedUploader: 'Added by: sealed',
    view: 'View',
    download: 'Download',
    withdraw: 'Withdraw',
    openWindow: 'Open in a new window',
    viewNote: 'This is the original. Every opening is recorded; do not pass on screenshots.',
    downloadTitle: 'Download “%{name}”',
    downloadNote:
      'The copy leaves the system and is yours to keep safe; delete it afterwards. Downloads are recorded.',
    reason: 'What it is downloaded for',
    reasons: {
      CASEWORK: 'Work on this case',
      HAND_OVER: 'Handing over to an authority',
      PRINT: 'Printing for the file',
      OTHER: 'Other',
    },
    withdrawTitle: 'Withdraw “%{name}”',
    withdrawNote: 'Others can no longer open it; the original stays sealed as evidence and is not deleted.',
    withdrawReason: 'Why it is withdrawn',
  },
};
