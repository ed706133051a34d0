import { IsIn, IsNotEmpty, IsObject, IsString, MaxLength } from 'class-validator';
import { ChildVoiceRequest } from '../../../casefile';
import { REVIEW_DECISIONS, type ReviewDecision } from '../review.rules';

export class ServiceProgressRequest {
  rating: 'good' | 'slow' | 'none' | 'unneeded';
  note?: string;
}

export class ReviewPlanRequest extends ChildVoiceRequest {
  @IsIn(Object.keys(REVIEW_DECISIONS), { message: '请选择复核结论' })
  decision: ReviewDecision;

  /** Every open service of the case, by its id; checked one by one. */
  @IsObject({ message: '请逐项填写服务的进展' })
  progress: Record<string, ServiceProgressRequest>;

  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明孩子和家庭有什么变化' })
  changes: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明作出这个结论的理由' })
  reason: string;
}
