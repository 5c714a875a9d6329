//! The sample's board: problems met in the field, reports.

acts! {
    /// The sample's board: problems met in the field, reports.
    QuotaAct in Quota {
        Add "problem.add" [Board Quotas] Text 20 [Study Writable];
        Edit "problem.edit" [Quotas] None 30 [Study Writable Item];
        Settle "problem.settle" [Quotas] None 25 [Study Writable Item];
        Remove "problem.remove" [Quotas] None 0 [Study Writable Item];
        Minutes "report.minutes" [Board Quotas] Text 0 [Study Session];
        Progress "report.progress" [Board Quotas] Text 40 [Study];
    }
}
