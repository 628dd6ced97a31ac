import { graphql } from '#client/gql/index.ts';

/** A conversation with its newest messages; `before` pages back. */
export const ConversationPageDocument = graphql(`
  query ConversationPage($id: ID!, $before: String) {
    conversation(id: $id) {
      id
      ...ConversationHeader_conversation
      ...ClockStrip_conversation
      ...MoodLine_conversation
      messages(last: 50, before: $before) {
        nodes {
          id
          ...MessageItem_message
        }
        startCursor
        hasPreviousPage
      }
    }
  }
  fragment ConversationHeader_conversation on Conversation {
    id
    account {
      id
      name
      channel {
        name
        label
      }
    }
    contact {
      id
      displayName
    }
    visibility
    state
    unread
    risk
    assignee {
      id
      name
    }
    linkedConversations {
      id
      visibility
    }
  }
  fragment ClockStrip_conversation on Conversation {
    id
    clock {
      ...ClockStrip_clock
    }
    clocks {
      ...ClockStrip_clock
    }
  }
  fragment MoodLine_conversation on Conversation {
    id
    clock {
      id
      startedAt
    }
    promises {
      id
      state
    }
  }
  fragment ClockStrip_clock on ResponseClock {
    id
    state
    startedAt
    stoppedAt
    calendarMs
    openHoursMs
    usualMs
    maxMs
    dueAt
    missed
    reason
    claim {
      text
      dueAt
      state
      lateByMs
    }
  }
  fragment MessageItem_message on Message {
    id
    conversationId
    direction
    visibility
    authorKind
    authorGuessed
    authorCorrectable
    authorName
    deviation {
      id
      codes
      reason
    }
    sentAt
    content
    privateReply
    text
    attachments {
      type
      url
      title
      latitude
      longitude
    }
    editedAt
    deletedAt
    reactions {
      emoji
      byCustomer
    }
    replyTo {
      id
      text
      authorName
    }
    delivery {
      state
      at
      problem {
        nl
        en
      }
    }
    cues {
      code
      label {
        nl
        en
      }
      score
      spans {
        start
        end
        text
      }
      why {
        nl
        en
      }
    }
    cueLabels {
      ...CueChips_label
    }
    wish {
      text
      start
      end
    }
    promises {
      ...MessageText_promise
    }
    chases {
      id
      wording {
        text
      }
    }
  }
  fragment CueChips_label on CueLabel {
    id
    code
    label {
      nl
      en
    }
    verdict
    words {
      start
      end
      text
    }
    userId
    userName
  }
  fragment MessageText_promise on ReplyPromise {
    id
    messageId
    madeAt
    wording {
      start
      end
      text
    }
    kind
    act
    understood {
      nl
      en
    }
    confidence
    dueAt
    state
    settledAt
    lateByMs
    onTopOfMissed
    promiser
    chasedBy
    corrected
    keptByAct
    otherContacts {
      at
      message {
        id
        channel {
          name
          label
        }
      }
      moment {
        id
        kind
      }
    }
  }
`);

/** The running clock alone, read every half minute because only the server knows the opening hours. */
export const ClockStripDocument = graphql(`
  query ClockStrip($id: ID!) {
    conversation(id: $id) {
      id
      clock {
        ...ClockStrip_clock
      }
    }
  }
`);

/** Tells that a conversation changed; the open one is then read again. */
export const ConversationChangedDocument = graphql(`
  subscription ConversationPage_conversationChanged {
    conversationChanged {
      conversation {
        id
        lastMessageAt
      }
    }
  }
`);
