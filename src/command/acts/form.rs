//! Fields and questions.

acts! {
    /// Fields to fill, questions to answer.
    FormAct in Form {
        Keep "form.keep" [Form] None 10 [];
        Next "form.next" [Form] None 20 [Fields];
        Previous "form.previous" [Form] None 0 [Fields];
        ChoiceNext "form.choice_next" [Form] None 30 [Choice];
        ChoicePrevious "form.choice_previous" [Form] None 0 [Choice];
        Yes "confirm.yes" [Confirm] None 10 [];
        No "confirm.no" [Confirm] None 20 [];
    }
}
